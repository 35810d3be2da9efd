package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** An entry whose nights can be read is taken (rule 10), and its nights are blocked. */
interface TakenEntryContract {

    TestServer server();

    /** Stores it and tells whether an entity tag was given; {@code nights} are then blocked, and the others are free. */
    private boolean taken(String entry, List<String> nights, List<String> free) {
        DavHouse house = DavHouse.on(server());
        var answer = house.put(house.path("suite", "a.ics"), entry);
        assertThat(answer.statusCode()).as(text(answer) + entry).isEqualTo(201);
        for (String night : nights) {
            assertThat(house.available(house.house().suite(), night))
                    .as(night + entry)
                    .isEqualTo(2);
        }
        for (String night : free) {
            assertThat(house.available(house.house().suite(), night))
                    .as(night + entry)
                    .isEqualTo(3);
        }
        return answer.headers().firstValue("ETag").isPresent();
    }

    private static AnEntry timed(String zone) {
        return anEntry("a")
                .with("DTSTART;TZID=" + zone + ":20270601T160000")
                .with("DTEND;TZID=" + zone + ":20270602T100000");
    }

    @Test
    default void c_17_c_18_zones_under_any_name() {
        for (String zone : List.of(
                "Customized Time Zone",
                "GMT+0100",
                "\"tzone://Microsoft/Custom\"",
                "\"+01:00\"",
                "UTC+1",
                "EST",
                "Mars/Base",
                "/freeassociation.sourceforge.net/Tzfile/Europe/Lisbon")) {
            taken(timed(zone).toString(), List.of("2027-06-01"), List.of("2027-05-31", "2027-06-02"));
        }
    }

    @Test
    default void c_10_c_34_an_end_like_its_start_and_durations_that_are_none() {
        taken(anEntry("a").with("DTEND;VALUE=DATE:20270601").toString(), List.of("2027-06-01"), List.of("2027-06-02"));
        for (String duration : List.of("P1DT", "P1D", "P86400S", "PT1H", "P0D")) {
            taken(
                    anEntry("a").without("DTEND").also("DURATION:" + duration).toString(),
                    List.of("2027-06-01"),
                    List.of("2027-06-02"));
        }
    }

    @Test
    default void c_12_c_13_c_16_rules_and_dates() {
        for (String line : List.of(
                "RRULE:FREQ=DAILY",
                "RRULE:FREQ=DAILY;COUNT=2147483647",
                "RRULE:FREQ=DAILY;UNTIL=99991231",
                "RRULE:FREQ=WEEKLY;COUNT=1\r\nRRULE:FREQ=DAILY;COUNT=400",
                "RRULE:FREQ=DAILY;INTERVAL=2")) {
            taken(anEntry("a").also(line).toString(), List.of("2027-06-01", "2028-05-29"), List.of("2027-05-31"));
        }
        taken(anEntry("a").also("RRULE:FREQ=HOURLY;COUNT=30").toString(), List.of("2027-06-04"), List.of("2027-06-05"));
    }

    @Test
    default void t_11_t_12_c_08_values_of_the_other_type() {
        AnEntry weekly = timed("Europe/Lisbon").also("RRULE:FREQ=WEEKLY;UNTIL=20270615");
        taken(
                weekly.also("EXDATE;VALUE=DATE:20270608").toString(),
                List.of("2027-06-01", "2027-06-15"),
                List.of("2027-06-08", "2027-06-22"));
    }

    @Test
    default void c_34_what_other_programs_cannot_read_is_mended_and_no_entity_tag_given() {
        String entry = anEntry("a").toString();
        List<String> nights = List.of("2027-06-01", "2027-06-03");
        assertThat(taken(entry.replace("VERSION:2.0\r\n", ""), nights, List.of()))
                .isFalse();
        assertThat(taken(entry.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"), nights, List.of()))
                .isFalse();
        assertThat(taken(entry, nights, List.of())).isTrue();
    }

    @Test
    default void an_address_a_link_or_a_floor_names_no_unit() {
        for (String place :
                List.of("Calle Mayor S2\\, 28013 Madrid", "https://example.org/S2", "Floor S2", "+S2", "Other S2")) {
            DavHouse house = DavHouse.on(server());
            for (int i = 0; i < 2; i++) {
                house.put(
                        house.path("suite", i + ".ics"),
                        anEntry("u" + i).also("LOCATION:" + place).toString());
            }
            assertThat(house.available(house.house().suite(), "2027-06-02"))
                    .as(place)
                    .isEqualTo(1);
        }
        for (String place :
                List.of("S2", " s2 ", "Suite\\, S2", "suite - s2", "Suite (S2)", "S2 / Suite", "Suite S2")) {
            DavHouse house = DavHouse.on(server());
            for (int i = 0; i < 2; i++) {
                house.put(
                        house.path("suite", i + ".ics"),
                        anEntry("u" + i).also("LOCATION:" + place).toString());
            }
            assertThat(house.available(house.house().suite(), "2027-06-02"))
                    .as(place)
                    .isEqualTo(2);
        }
    }
}
