package org.roomnight.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnZonesTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static String observance(String kind, String start, String from, String to, String more) {
        return "BEGIN:%s\r\nDTSTART:%s\r\nTZOFFSETFROM:%s\r\nTZOFFSETTO:%s\r\n%sEND:%s\r\n"
                .formatted(kind, start, from, to, more, kind);
    }

    private static Component calendar(String tzid, String observances) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:" + tzid + "\r\n" + observances
                + "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=\"" + tzid
                + "\":20270601T120000\r\nDTEND;TZID=\"" + tzid
                + "\":20271201T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT)
                .read(text.getBytes(StandardCharsets.UTF_8))) {
            case Read.Calendar(var calendar, var _) -> calendar;
            case Read.Failed refused -> throw new AssertionError(refused.sentence());
        };
    }

    /** DTSTART and DTEND on a clock in Lisbon. */
    private static List<LocalDateTime> inLisbon(Component calendar) {
        Component event = calendar.components("VEVENT").getFirst();
        return List.of("DTSTART", "DTEND").stream()
                .map(name -> DateValues.parse(event.property(name).orElseThrow()))
                .map(parsed -> ((Parsed.Value<DateValue>) parsed).value().in(LISBON))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Auckland",
                "Asia/Kathmandu",
                "Africa/Casablanca",
                "America/Santiago"
            })
    void a_zone_of_the_data_under_another_name_is_read_alike(String name) {
        ZoneId zone = ZoneId.of(name);
        Component definition = ZoneDefinition.component(zone, "Nowhere");
        assertThat(VTimeZone.read(definition)).isInstanceOfSatisfying(VTimeZone.Reading.Understood.class, read -> {
            for (LocalDateTime at = LocalDateTime.of(2001, 1, 1, 12, 0); at.getYear() < 2050; at = at.plusDays(5)) {
                assertThat(read.rules().getOffset(at))
                        .as(at.toString())
                        .isEqualTo(zone.getRules().getOffset(at));
            }
        });
    }

    @Test
    void rules_of_its_own_count_only_where_the_name_is_unknown() {
        String far = observance("STANDARD", "19700101T000000", "+1000", "+1000", "");
        LocalDateTime june = LocalDateTime.of(2027, 6, 1, 12, 0);
        LocalDateTime december = LocalDateTime.of(2027, 12, 1, 12, 0);
        assertThat(inLisbon(calendar("Ship", far))).containsExactly(june.minusHours(9), december.minusHours(10));
        assertThat(inLisbon(calendar("GMT+01:00", far))).containsExactly(june.minusHours(9), december.minusHours(10));
        assertThat(inLisbon(calendar("Europe/Lisbon", far))).containsExactly(june, december);
        assertThat(inLisbon(calendar("GMT Standard Time", far))).containsExactly(june, december);
    }

    @Test
    void rules_end_and_dates_are_listed() {
        String zone =
                observance("STANDARD", "20261025T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;UNTIL=20261025\r\n")
                        + observance("DAYLIGHT", "20270328T020000", "+0100", "+0200", "RDATE:20280326T020000\r\n")
                        + observance("STANDARD", "20271031T030000", "+0200", "+0300", "");
        assertThat(inLisbon(calendar("Ship", zone)))
                .containsExactly(LocalDateTime.of(2027, 6, 1, 11, 0), LocalDateTime.of(2027, 12, 1, 9, 0));
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> observance("STANDARD", (1900 + i) + "0101T000000", "+1000", "+1000", ""))
                .collect(Collectors.joining());
    }

    private static String dates(int count) {
        String dates = IntStream.range(0, count)
                .mapToObj(i ->
                        LocalDateTime.of(1900, 1, 1, 0, 0)
                                        .plusDays(2L * i)
                                        .toLocalDate()
                                        .toString()
                                        .replace("-", "") + "T000000")
                .collect(Collectors.joining(","));
        return observance("STANDARD", "19000101T000000", "+1000", "+1000", "RDATE:" + dates + "\r\n");
    }

    @Test
    void C_17_a_zone_has_fifty_observances_and_a_thousand_changes_and_one_more_is_not_followed() {
        LocalDateTime there = LocalDateTime.of(2027, 6, 1, 3, 0);
        LocalDateTime here = LocalDateTime.of(2027, 6, 1, 12, 0);
        assertThat(inLisbon(calendar("Ship", many(VTimeZone.MAX_OBSERVANCES))).getFirst())
                .isEqualTo(there);
        assertThat(inLisbon(calendar("Ship", many(VTimeZone.MAX_OBSERVANCES + 1)))
                        .getFirst())
                .isEqualTo(here);
        assertThat(inLisbon(calendar("Ship", dates(VTimeZone.MAX_CHANGES - 1))).getFirst())
                .isEqualTo(there);
        Component over = calendar("Ship", dates(VTimeZone.MAX_CHANGES));
        assertThat(inLisbon(over).getFirst()).isEqualTo(here);
        assertThat(SoundZones.of(over, LISBON)).as("others may follow it").isEqualTo(over);
    }

    @Test
    void C_17_twenty_zones_are_looked_at_and_no_more() {
        String far = observance("STANDARD", "19700101T000000", "+1000", "+1000", "");
        for (int before : List.of(OwnZones.MAX_ZONES - 1, OwnZones.MAX_ZONES)) {
            String others = IntStream.range(0, before)
                    .mapToObj(i -> far + "END:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nTZID:Zone" + i + "\r\n")
                    .collect(Collectors.joining());
            String last = others.replace("Zone" + (before - 1) + "\r\n", "Ship\r\n");
            Component calendar = calendar("First", last + far);
            String text = new String(new ContentLineWriter().component(calendar).toByteArray(), StandardCharsets.UTF_8);
            Read read = new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT)
                    .read(text.replace("TZID=First", "TZID=Ship").getBytes(StandardCharsets.UTF_8));
            assertThat(inLisbon(((Read.Calendar) read).calendar()).getFirst())
                    .isEqualTo(LocalDateTime.of(2027, 6, 1, before < OwnZones.MAX_ZONES ? 3 : 12, 0));
        }
    }

    @Test
    void ten_zones_are_added_and_no_more() {
        String events = IntStream.range(0, SoundZones.MAX_ADDED + 1)
                .mapToObj(i -> "BEGIN:VEVENT\r\nDTSTART;TZID=Zone " + i + ":20270601T120000\r\nEND:VEVENT\r\n")
                .collect(Collectors.joining());
        Read read = new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT)
                .read(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        Component sound = SoundZones.of(((Read.Calendar) read).calendar(), LISBON);
        assertThat(sound.components("VTIMEZONE")).hasSize(SoundZones.MAX_ADDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n",
                "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5\r\n",
                "RRULE:FREQ=YEARLY;COUNT=2147483647\r\n",
                "RRULE:FREQ=YEARLY;INTERVAL=2147483647\r\n",
                "RRULE:FREQ=HOURLY\r\n",
                "RDATE:20270101T000000,20270101T000001,20270101T000002\r\n",
                "RDATE:x\r\n"
            })
    void C_17_hostile_rules_are_read_in_time_and_never_throw(String rule) {
        String all = IntStream.range(0, VTimeZone.MAX_OBSERVANCES)
                .mapToObj(i -> observance("STANDARD", "19700101T000000", "+1000", i % 2 == 0 ? "+1800" : "-1800", rule))
                .collect(Collectors.joining());
        long from = System.nanoTime();
        assertThat(inLisbon(calendar("Ship", all))).hasSize(2);
        assertThat((System.nanoTime() - from) / 1_000_000)
                .as("milliseconds, on a busy machine")
                .isLessThan(2_000);
    }
}
