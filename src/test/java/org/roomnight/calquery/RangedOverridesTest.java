package org.roomnight.calquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.ical.Component;
import org.roomnight.ical.Parameter;
import org.roomnight.ical.Property;
import org.roomnight.ical.RecurrenceRange;

/** How many and how far moved occurrences are followed after overrides with RANGE=THISANDFUTURE. */
final class RangedOverridesTest {

    private static final LocalDate FROM = LocalDate.of(2027, 5, 10);

    private static RangedOverrides overrides(int number, int daysLater) {
        List<Component> events = IntStream.range(0, number)
                .mapToObj(day -> override(FROM.plusDays(day), FROM.plusDays(day + daysLater)))
                .toList();
        return RangedOverrides.of(events, new DateResolver(ZoneOffset.UTC));
    }

    private static Component override(LocalDate from, LocalDate start) {
        List<Parameter> range = List.of(new Parameter("VALUE", "DATE"), new Parameter("RANGE", "THISANDFUTURE"));
        return new Component(
                "VEVENT",
                List.of(
                        new Property("RECURRENCE-ID", range, text(from)),
                        new Property("DTSTART", List.of(new Parameter("VALUE", "DATE")), text(start))),
                List.of());
    }

    private static String text(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Test
    void as_many_instances_as_may_be_are_looked_at_and_not_one_more() {
        RangedOverrides hundred = overrides(100, 1);

        assertThat(hundred.tooMany(RangedOverrides.MAX_INSTANCES / 100)).isFalse();
        assertThat(hundred.tooMany(RangedOverrides.MAX_INSTANCES / 100 + 1)).isTrue();
        assertThat(overrides(0, 1).tooMany(Integer.MAX_VALUE)).isFalse();
    }

    @Test
    void a_move_is_followed_for_as_far_as_its_nights_are() {
        Duration most = Duration.ofDays(RecurrenceRange.MAX_SHIFT_DAYS);

        assertThat(overrides(1, RecurrenceRange.MAX_SHIFT_DAYS - 2).reach()).isEqualTo(most.minusDays(1));
        assertThat(overrides(1, RecurrenceRange.MAX_SHIFT_DAYS - 1).reach()).isEqualTo(most);
        assertThat(overrides(1, RecurrenceRange.MAX_SHIFT_DAYS + 100).reach()).isEqualTo(most);
        assertThat(overrides(0, 1).reach()).isZero();
    }
}
