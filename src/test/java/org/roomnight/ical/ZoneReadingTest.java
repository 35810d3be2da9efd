package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.ical.ZoneReading.Zone;

final class ZoneReadingTest {

    private static final String FIXED = observance("STANDARD", "19700101T000000", "+0530", "+0530", "");
    private static final String EASTERN = observance(
                    "STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n")
            + observance("DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n");

    private static String observance(String kind, String start, String from, String to, String more) {
        return "BEGIN:%1$s\nDTSTART:%2$s\nTZOFFSETFROM:%3$s\nTZOFFSETTO:%4$s\n%5$sEND:%1$s\n"
                .formatted(kind, start, from, to, more);
    }

    private static String zone(String name, String observances) {
        return "BEGIN:VTIMEZONE\nTZID:" + name + "\n" + observances + "END:VTIMEZONE\n";
    }

    private static Zone read(String inside) {
        String calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//EN\n" + inside + "END:VCALENDAR";
        return ZoneReading.ofCalendar(calendar.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_known_name_counts_more_than_the_rules_beside_it() {
        assertThat(read(zone("Europe/Berlin", FIXED))).isEqualTo(new Zone.Known(ZoneId.of("Europe/Berlin")));
        assertThat(read(zone("W. Europe Standard Time", FIXED))).isEqualTo(new Zone.Known(ZoneId.of("Europe/Berlin")));
    }

    @Test
    void ones_own_zone_is_the_one_whose_clocks_do_the_same() {
        assertThat(read(zone("Office", FIXED))).isEqualTo(new Zone.Known(ZoneOffset.ofHoursMinutes(5, 30)));
        Zone own = read(zone("Customized Time Zone 1", EASTERN));
        assertThat(own).isInstanceOfSatisfying(Zone.Known.class, known -> {
            for (String moment :
                    new String[] {"2026-01-01T00:00:00Z", "2027-07-01T00:00:00Z", "2027-03-14T07:00:00Z"}) {
                Instant at = Instant.parse(moment);
                assertThat(known.zone().getRules().getOffset(at))
                        .isEqualTo(ZoneId.of("America/New_York").getRules().getOffset(at));
            }
        });
        assertThat(read(zone("Nowhere", EASTERN.replace("-0400", "-0417")))).isEqualTo(new Zone.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BEGIN:VTIMEZONE\nTZID:A\nEND:VTIMEZONE\n",
                "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nEND:STANDARD\nEND:VTIMEZONE\n",
                "BEGIN:VTIMEZONE\n"
                        + "TZID:Europe/Berlin\n"
                        + "BEGIN:STANDARD\n"
                        + "DTSTART:19700101T000000\n"
                        + "TZOFFSETFROM:+9900\n"
                        + "TZOFFSETTO:+0100\n"
                        + "END:STANDARD\n"
                        + "END:VTIMEZONE\n",
                "BEGIN:VTIMEZONE\n"
                        + "TZID:Europe/Berlin\n"
                        + "BEGIN:STANDARD\n"
                        + "DTSTART:19700101T000000\n"
                        + "TZOFFSETFROM:+0100\n"
                        + "TZOFFSETTO:+0100\n"
                        + "RRULE:FREQ=NEVER\n"
                        + "END:STANDARD\n"
                        + "END:VTIMEZONE\n",
                "BEGIN:VEVENT\nEND:VEVENT\n"
            })
    void X_22_what_has_no_rules_is_broken_whatever_its_name(String inside) {
        assertThat(read(inside)).isEqualTo(new Zone.Broken());
    }

    @Test
    void X_22_two_zones_and_one_without_a_name_are_broken() {
        assertThat(read(zone("A", FIXED) + zone("B", FIXED))).isEqualTo(new Zone.Broken());
        assertThat(read(zone("", FIXED))).isEqualTo(new Zone.Broken());
        assertThat(read(zone("A", FIXED) + "BEGIN:VEVENT\nUID:a\nDTSTART:20270101T000000\nEND:VEVENT\n"))
                .isEqualTo(new Zone.Broken());
    }

    @Test
    void X_05_nesting_without_end_is_broken() {
        assertThat(ZoneReading.ofCalendar("BEGIN:VCALENDAR\n".repeat(60_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Zone.Broken());
        assertThat(read("BEGIN:VTIMEZONE\n".repeat(20_000))).isEqualTo(new Zone.Broken());
    }
}
