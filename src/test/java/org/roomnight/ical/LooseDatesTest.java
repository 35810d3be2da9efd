package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a name of a zone is followed that has colons and is not quoted. */
final class LooseDatesTest {

    private static final String START = "20270601T150000";
    private static final ZoneId HOUSE = ZoneId.of("Europe/Lisbon");

    /** A reader takes the first colon for the end of the name. */
    private static Property cut(int colons) {
        return new Property("DTSTART", List.of(new Parameter("TZID", "a")), "b:".repeat(colons - 1) + "b:" + START);
    }

    @Test
    void a_name_of_a_zone_with_as_many_colons_as_may_be_is_put_together_and_one_with_one_more_is_not() {
        Property most = LooseDates.inZone(cut(LooseDates.MOST_COLONS), HOUSE);
        assertThat(most.value()).isEqualTo(START);
        assertThat(most.parameter("TZID")).contains("a" + ":b".repeat(LooseDates.MOST_COLONS));

        Property more = cut(LooseDates.MOST_COLONS + 1);
        assertThat(LooseDates.inZone(more, HOUSE)).isEqualTo(more);
    }
}
