package org.roomnight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Lisbon", "America/Argentina/Buenos_Aires", "UTC"})
    void a_region_is_a_zone_of_a_house(String name) {
        assertThat(RegionZone.parse(name)).contains(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+01:00", "CET", "Etc/GMT+5", "europe/lisbon", "Europe/Atlantis", "Z"})
    void an_offset_an_abbreviation_and_an_unknown_name_are_none(String name) {
        assertThat(RegionZone.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#00aaFF", "#123456"})
    void six_hexadecimal_digits_are_a_color(String text) {
        assertThat(RoomColor.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "#12345", "#1234567", "#12345g", "#12345678", " #123456", "red"})
    void anything_else_is_no_color(String text) {
        assertThat(RoomColor.isOne(text)).isFalse();
    }
}
