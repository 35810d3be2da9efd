package org.roomnight.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IsoDatesTest {

    @Test
    void a_date_is_read_as_it_was_written() {
        Stream.of(StayDates.EARLIEST, LocalDate.of(2028, 2, 29), LocalDate.of(9999, 12, 31), LocalDate.of(1, 1, 1))
                .forEach(date -> assertThat(IsoDates.parse(date.toString())).isEqualTo(date));
    }

    @Test
    void stays_that_follow_each_other_are_spread_over_a_table_of_hashes() {
        LocalDate first = LocalDate.of(2027, 1, 1);
        long places = Stream.iterate(0, night -> night + 2)
                .limit(1_000)
                .map(night -> new StayDates(first.plusDays(night), first.plusDays(night + 1L)))
                .map(stay -> (stay.hashCode() ^ (stay.hashCode() >>> 16)) & 1_023)
                .distinct()
                .count();
        assertThat(places).isGreaterThan(500);
    }
}
