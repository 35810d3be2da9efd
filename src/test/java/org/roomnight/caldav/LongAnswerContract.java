package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.caldav.exchange.SpooledOctets;
import org.roomnight.caldav.property.EntryBatches;
import org.roomnight.calendar.CalendarObject;

/** Answers that are longer than what is held in memory of one. */
interface LongAnswerContract {

    /** Together more than {@link EntryBatches#MAX_OCTETS} and {@link SpooledOctets#MEMORY_OCTETS}. */
    int ENTRIES = 180;

    int NOTE_OCTETS = 50 * 1024;

    TestServer server();

    private static CalendarObject entry(int number, String... more) {
        List<String> lines = new ArrayList<>(
                List.of("UID:e" + number, "DTSTART;VALUE=DATE:20270310", "DESCRIPTION:" + "n".repeat(NOTE_OCTETS)));
        lines.addAll(List.of(more));
        return ReportHouse.entry(
                "e%d.ics".formatted(number), "VEVENT", "2027-03-10", "2027-03-11", lines.toArray(String[]::new));
    }

    private ReportHouse house() {
        ReportHouse house = ReportHouse.on(server());
        for (int number = 0; number < ENTRIES; number++) {
            house.write("cabin", entry(number));
        }
        return house;
    }

    @Test
    default void every_report_gives_all_its_objects_whole() {
        ReportHouse house = house();
        String data = "<D:getetag/><C:calendar-data/>";
        String all = IntStream.range(0, ENTRIES)
                .mapToObj(number -> "<D:href>%se%d.ics</D:href>".formatted(house.calendar("cabin"), number))
                .collect(Collectors.joining());
        List<ReportReply> replies = List.of(
                house.query("cabin", "<C:comp-filter name=\"VEVENT\"/>", data),
                house.report(
                        house.calendar("cabin"),
                        "<C:calendar-multiget xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><D:prop>%s</D:prop>%s</C:calendar-multiget>"
                                .formatted(data, all)),
                house.report(house.calendar("cabin"), ReportHouse.syncBody("", null, data), "Depth", "0"));
        for (ReportReply reply : replies) {
            assertThat(reply.status()).isEqualTo(207);
            List<String> objects = reply.values("calendar-data");
            assertThat(objects).hasSize(ENTRIES).allMatch(one -> one.length() > NOTE_OCTETS);
            assertThat(objects.stream().map(one -> one.replaceAll("(?s).*UID:(e[0-9]+).*", "$1")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    default void a_fault_at_the_end_of_a_long_answer_refuses_it_as_a_whole() {
        ReportHouse house = house();
        house.write("cabin", entry(ENTRIES, "RRULE:FREQ=DAILY;UNTIL=20991231"));
        String expanded =
                "<C:calendar-data><C:expand start=\"20270101T000000Z\" end=\"20990101T000000Z\"/></C:calendar-data>";
        house.query("cabin", "<C:comp-filter name=\"VEVENT\"/>", expanded)
                .refused(507, "number-of-matches-within-limits");
    }
}
