package org.roomnight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDatesTest {

    private static final Instant MOMENT = Instant.parse("1994-11-06T08:49:37Z");

    @Test
    void a_date_is_written_with_two_digits_for_the_day_and_without_fractions() {
        assertThat(HttpDates.format(MOMENT.plusMillis(999))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void all_three_forms_are_read(String header) {
        assertThat(HttpDates.parse(header)).contains(MOMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "yesterday", "1994-11-06", "1994-11-06T08:49:37Z", "Sun, 31 Feb 1994 08:49:37 GMT"})
    void what_is_no_date_of_http_is_none(String header) {
        assertThat(HttpDates.parse(header)).isEmpty();
    }
}
