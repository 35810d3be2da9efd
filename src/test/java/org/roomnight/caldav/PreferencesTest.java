package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roomnight.caldav.exchange.Preferences;

/** What is read from Prefer (RFC 7240 §2) and from Brief, which was there before. */
class PreferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return=minimal|true|false|false",
                "Return=Minimal|true|false|false",
                "return = \"minimal\"|true|false|false",
                "return=representation|false|true|false",
                "depth-noroot|false|false|true",
                "return=minimal; depth=1, depth-noroot|true|false|true",
                "respond-async, wait=5, return=representation|false|true|false",
                "return=minimal, return=representation|true|false|false",
                "return=representation, return=minimal|false|true|false",
                "return=none, return=minimal|false|false|false",
                "foo; return=minimal|false|false|false",
                "handling=lenient|false|false|false",
                "return|false|false|false"
            })
    void the_first_word_on_a_matter_counts_and_what_is_not_known_is_passed_over(
            String prefer, boolean minimal, boolean representation, boolean noRoot) {
        assertThat(Preferences.of(prefer, null)).isEqualTo(new Preferences(minimal, representation, noRoot));
    }

    @Test
    void brief_is_an_older_word_for_minimal_and_gives_way_to_prefer() {
        assertThat(Preferences.of(null, "t").minimal()).isTrue();
        assertThat(Preferences.of(null, " T ").minimal()).isTrue();
        assertThat(Preferences.of(null, "f").minimal()).isFalse();
        assertThat(Preferences.of("return=representation", "t")).isEqualTo(new Preferences(false, true, false));
        assertThat(Preferences.of(null, null)).isEqualTo(new Preferences(false, false, false));
    }
}
