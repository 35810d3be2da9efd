package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", " \"a\" ", "\"b\",\"a\"", "\"b\" ,\t\"a\",", "\"b,c\", \"a\""})
    void a_list_that_names_the_tag_has_it(String header) {
        EntityTags read = EntityTags.parse(header);
        assertThat(read.hasStrong("a")).isTrue();
        assertThat(read.has("a")).isTrue();
        assertThat(read.wellFormed()).isTrue();
    }

    @Test
    void a_weak_tag_counts_only_where_weak_ones_will_do() {
        EntityTags read = EntityTags.parse("W/\"a\"");
        assertThat(read.hasStrong("a")).isFalse();
        assertThat(read.has("a")).isTrue();
        assertThat(read.wellFormed()).isTrue();
    }

    @Test
    void a_star_has_every_tag_and_only_when_it_stands_alone() {
        assertThat(EntityTags.parse(" * ").any()).isTrue();
        assertThat(EntityTags.parse("*").hasStrong("a")).isTrue();
        assertThat(EntityTags.parse("*, \"b\"").has("a")).isFalse();
        assertThat(EntityTags.parse("*, \"b\"").wellFormed()).isFalse();
    }

    @Test
    void a_bare_version_is_read_as_its_tag() {
        EntityTags read = EntityTags.parse("3, W/4");
        assertThat(read.tags())
                .containsExactly(
                        new EntityTags.Tag("3", EntityTags.Strength.STRONG),
                        new EntityTags.Tag("4", EntityTags.Strength.WEAK));
        assertThat(EntityTags.parse("1234567890123456789").wellFormed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\"a", "a\"", "\"a\"b", "\"b\",,\"a\"", "W/a", "\"a b\"", "'a'"})
    void what_is_no_list_of_tags_is_told(String header) {
        assertThat(EntityTags.parse(header).wellFormed()).isFalse();
    }

    @Test
    void what_can_be_read_beside_what_cannot_still_counts() {
        assertThat(EntityTags.parse("nonsense, \"a\"").hasStrong("a")).isTrue();
        assertThat(EntityTags.parse("\"b\"\"a\", \"c\"").hasStrong("a")).isFalse();
    }
}
