package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.calquery.Queries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What had to be assumed of an entry stands with its block, as long as the entry does (rule 10). */
interface AssumedEntryContract {

    TestServer server();

    private static JsonNode block(DavHouse house) {
        JsonNode blocks = house.house()
                .account()
                .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2028-12-31"), "")
                .get("items");
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    /** Where each assumption is. */
    private static List<String> pointers(DavHouse house) {
        return block(house)
                .get("assumptions")
                .valueStream()
                .map(one -> one.get("pointer").stringValue())
                .toList();
    }

    private static AnEntry timed(String zone) {
        return anEntry("a")
                .with("DTSTART;TZID=" + zone + ":20270601T160000")
                .with("DTEND;TZID=" + zone + ":20270602T100000");
    }

    private static String[] override(String... lines) {
        List<String> all = new java.util.ArrayList<>(List.of("BEGIN:VEVENT", "UID:a", "DTSTAMP:20270110T120000Z"));
        all.addAll(List.of(lines));
        all.add("END:VEVENT");
        return all.toArray(String[]::new);
    }

    private static Map<String, String> oddities() {
        Map<String, String> odd = new LinkedHashMap<>();
        String plain = anEntry("a").toString();
        String daily = anEntry("a")
                .nights("20270601", "20270602")
                .also("RRULE:FREQ=DAILY;COUNT=3")
                .toString();
        String last = "END:VCALENDAR\r\n";
        odd.put(plain.replace("VERSION:2.0\r\n", ""), "/VERSION");
        odd.put(plain.replace("PRODID", "METHOD:REQUEST\r\nPRODID"), "/METHOD");
        odd.put(plain.replace("DTSTAMP:20270110T120000Z\r\n", ""), "/VEVENT/DTSTAMP");
        odd.put(anEntry("a").with("DTEND;VALUE=DATE:20270601").toString(), "/VEVENT/DTEND");
        odd.put(anEntry("a").without("DTEND").also("DURATION:P1DT").toString(), "/VEVENT/DURATION");
        odd.put(timed("Mars/Base").toString(), "/VEVENT/DTSTART");
        odd.put(timed("GMT+0100").toString(), "/VEVENT/DTEND");
        odd.put(
                anEntry("a")
                        .also("RRULE:FREQ=DAILY;COUNT=2")
                        .also("RRULE:FREQ=WEEKLY;COUNT=2")
                        .toString(),
                "/VEVENT/RRULE");
        odd.put(timed("Europe/Lisbon").also("RRULE:FREQ=WEEKLY;UNTIL=20270615").toString(), "/VEVENT/RRULE");
        odd.put(anEntry("a").also("RRULE:FREQ=WEEKLY;UNTIL=20270615T000000Z").toString(), "/VEVENT/RRULE");
        odd.put(anEntry("a").also("RRULE:").toString(), "/VEVENT/RRULE");
        odd.put(anEntry("a").also("RRULE:FREQ=WEEKLY;COUNT=2;").toString(), "/VEVENT/RRULE");
        odd.put(anEntry("a").also("RRULE:FREQ=WEEKLY;BYDAY=1TU;COUNT=2").toString(), "/VEVENT/RRULE");
        odd.put(
                timed("Europe/Lisbon")
                        .also("RRULE:FREQ=DAILY;COUNT=2")
                        .also("EXDATE;VALUE=DATE:20270602")
                        .toString(),
                "/VEVENT/EXDATE");
        odd.put(anEntry("a").also("EXRULE:FREQ=DAILY").toString(), "/VEVENT/EXRULE");
        odd.put(anEntry("a").also("RDATE:20270701T100000Z").toString(), "/VEVENT/RDATE");
        odd.put(
                timed("Europe/Lisbon")
                        .also("RDATE;VALUE=PERIOD:20270701T160000Z/P1D")
                        .toString(),
                "/VEVENT/RDATE");
        for (String id : List.of(
                "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270602",
                "RECURRENCE-ID;VALUE=DATE:20270702",
                "RECURRENCE-ID:20270602T100000Z")) {
            String lines =
                    String.join("\r\n", override(id, "DTSTART;VALUE=DATE:20270602", "DTEND;VALUE=DATE:20270603"));
            odd.put(daily.replace(last, lines + "\r\n" + last), "/VEVENT/RECURRENCE-ID");
        }
        String excluded = String.join(
                "\r\n",
                override(
                        "RECURRENCE-ID;VALUE=DATE:20270602",
                        "DTSTART;VALUE=DATE:20270602",
                        "DTEND;VALUE=DATE:20270603"));
        odd.put(
                daily.replace("SUMMARY", "EXDATE;VALUE=DATE:20270602\r\nSUMMARY")
                        .replace(last, excluded + "\r\n" + last),
                "/VEVENT/RECURRENCE-ID");
        return odd;
    }

    @Test
    default void what_was_taken_on_the_safe_side_is_said_and_is_gone_when_it_is_mended() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        house.put(path, anEntry("a").toString());
        oddities().forEach((entry, pointer) -> {
            var answer = house.put(path, entry);
            assertThat(answer.statusCode()).as(text(answer) + entry).isEqualTo(204);
            assertThat(pointers(house)).as(entry).contains(pointer);
            house.put(path, anEntry("a").toString());
            assertThat(pointers(house)).isEmpty();
        });
    }

    @Test
    default void what_was_assumed_stays_when_the_block_is_changed_or_moved_and_its_dates_are_not() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        house.put(
                path, timed("Mars/Base").also("LOCATION:S1").toString().replace("PRODID", "METHOD:PUBLISH\r\nPRODID"));
        List<String> all = List.of("/METHOD", "/VEVENT/DTSTART", "/VEVENT/DTEND");
        JsonNode assumed = block(house).get("assumptions").get(1);
        assertThat(assumed.get("sent").stringValue()).isEqualTo("Mars/Base");
        assertThat(assumed.get("stored").stringValue()).isEqualTo("Europe/Lisbon");
        assertThat(assumed.get("detail").stringValue()).contains("Europe/Lisbon was taken");
        house.send("MOVE", path, "", "Destination", house.path("cabin", "b.ics"));
        assertThat(pointers(house)).isEqualTo(all);
        change(house, ((ObjectNode) block(house)).put("note", "Other words"));
        assertThat(pointers(house)).isEqualTo(all);
        house.send("COPY", house.path("cabin", "b.ics"), "", "Destination", house.path("suite", "c.ics"));
        assertThat(house.house()
                        .account()
                        .done("GET", house.house().path("/block/list?startDate=2027-01-01&endDate=2028-12-31"), "")
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("assumptions").size()))
                .containsExactly(3, 3);
        house.delete(house.path("suite", "c.ics"));
        String known = text(house.get(house.path("cabin", "b.ics")));
        house.put(house.path("cabin", "b.ics"), known.replace("Other words", "More words"));
        assertThat(pointers(house))
                .as("the zone is still a guess; the METHOD is gone for good")
                .containsExactly("/VEVENT/DTSTART", "/VEVENT/DTEND");
        change(house, ((ObjectNode) block(house)).put("endDate", "2027-06-04"));
        assertThat(pointers(house)).as("other dates are said in days").isEmpty();
    }

    private static void change(DavHouse house, ObjectNode block) {
        house.house()
                .account()
                .done(
                        "PUT",
                        house.house().path("/block/" + block.get("identifier").stringValue()),
                        block.toString(),
                        "If-Match",
                        "*");
    }

    @Test
    default void a_series_changed_from_a_day_on_takes_the_nights_of_both_readings() {
        DavHouse house = DavHouse.on(server());
        AnEntry weekly = anEntry("a").nights("20270601", "20270602").also("RRULE:FREQ=WEEKLY;COUNT=4");
        house.put(
                house.path("suite", "a.ics"),
                weekly.and(override(
                                "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270608",
                                "DTSTART;VALUE=DATE:20270610",
                                "DTEND;VALUE=DATE:20270612"))
                        .toString());
        for (String night : List.of("06-01", "06-10", "06-11", "06-15", "06-17", "06-18", "06-22", "06-24", "06-25")) {
            assertThat(house.available(house.house().suite(), "2027-" + night))
                    .as(night)
                    .isEqualTo(2);
        }
        for (String night : List.of("06-03", "06-08", "06-12", "06-16", "06-29", "07-01")) {
            assertThat(house.available(house.house().suite(), "2027-" + night))
                    .as(night)
                    .isEqualTo(3);
        }
    }

    private static String report(DavHouse house, String body) {
        return text(house.send(
                        "REPORT", house.path("suite", ""), body, "Depth", "1", "Content-Type", "application/xml"))
                .replace("&#13;", "")
                .replace("\r\n ", "");
    }

    @Test
    default void a_series_changed_from_a_day_on_is_found_and_busy_when_its_nights_are_taken() {
        DavHouse house = DavHouse.on(server());
        house.put(
                house.path("suite", "a.ics"),
                anEntry("a")
                        .nights("20270601", "20270602")
                        .also("RRULE:FREQ=WEEKLY;COUNT=4")
                        .and(override(
                                "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270608",
                                "DTSTART;VALUE=DATE:20270610",
                                "DTEND;VALUE=DATE:20270612"))
                        .toString());
        for (LocalDate night = LocalDate.of(2027, 5, 30); night.getMonthValue() < 7; night = night.plusDays(1)) {
            String noon = night.toString().replace("-", "") + "T1%d0000Z";
            String found = report(
                    house,
                    Queries.query(
                            Queries.comp("VEVENT", Queries.range(noon.formatted(0), noon.formatted(1))),
                            "<D:getetag/>"));
            assertThat(found.contains("a.ics"))
                    .as(night.toString())
                    .isEqualTo(house.available(house.house().suite(), night.toString()) == 2);
        }
        String june = Queries.range("20270601T000000Z", "20270701T000000Z");
        String expand = june.replace("time-range", "expand");
        String data = report(
                house, Queries.query(Queries.comp("VEVENT"), "<C:calendar-data>" + expand + "</C:calendar-data>"));
        assertThat(data.lines().filter(line -> line.matches("(DTSTART|DTEND|RECURRENCE-ID).*")))
                .map(line -> line.replaceAll(";.*:2027", " "))
                .containsExactly(
                        "DTSTART 0601",
                        "DTEND 0602",
                        "RECURRENCE-ID 0601",
                        "RECURRENCE-ID 0608",
                        "DTSTART 0610",
                        "DTEND 0612",
                        "DTSTART 0617",
                        "DTEND 0619",
                        "RECURRENCE-ID 0615",
                        "DTSTART 0624",
                        "DTEND 0626",
                        "RECURRENCE-ID 0622");
        assertThat(report(
                        house,
                        "<C:free-busy-query xmlns:C='urn:ietf:params:xml:ns:caldav'>" + june + "</C:free-busy-query>"))
                .contains("FREEBUSY;FBTYPE=BUSY:20270601T000000Z/20270601T230000Z,20270609T230000Z/20270611T230000Z,"
                        + "20270614T230000Z/20270615T230000Z,20270616T230000Z/20270618T230000Z,"
                        + "20270621T230000Z/20270622T230000Z,20270623T230000Z/20270625T230000Z");
    }

    @Test
    default void c_17_a_zone_that_no_program_can_read_is_replaced_in_what_is_stored_and_no_entity_tag_given() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        for (String rules : List.of(
                "",
                "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n",
                "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+1\r\nTZOFFSETTO:+1\r\nEND:STANDARD\r\n",
                "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\n"
                        + "RRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n",
                "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\n"
                        + "RRULE:FREQ=DAILY\r\nEND:STANDARD\r\n")) {
            for (String zone : List.of("Europe/Berlin", "Mars/Base", "Romance Standard Time")) {
                String broken = "BEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\n" + rules + "END:VTIMEZONE\r\nBEGIN:VEVENT";
                house.delete(path);
                var answer = house.put(path, timed(zone).toString().replace("BEGIN:VEVENT", broken));
                assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
                assertThat(answer.headers().firstValue("ETag")).isEmpty();
                assertThat(text(house.get(path)))
                        .contains("TZID:" + zone, "TZOFFSETFROM:+", "RRULE:FREQ=YEARLY")
                        .doesNotContain("SECONDLY", "DAILY");
                assertThat(pointers(house)).as(zone).contains("/VEVENT/DTSTART");
                assertThat(house.available(house.house().suite(), "2027-06-01")).isEqualTo(2);
            }
        }
    }

    @Test
    default void c_17_a_zone_with_rules_of_its_own_is_read_by_them_and_kept_as_it_came() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        String rules = "BEGIN:VTIMEZONE\r\nTZID:Ship\r\n"
                + "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+1100\r\nTZOFFSETTO:+1000\r\n"
                + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
                + "BEGIN:DAYLIGHT\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+1000\r\nTZOFFSETTO:+1100\r\n"
                + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT";
        String entry = anEntry("a")
                .with("DTSTART;TZID=Ship:20270602T090000")
                .with("DTEND;TZID=Ship:20270603T090000")
                .toString()
                .replace("BEGIN:VEVENT", rules);
        var answer = house.put(path, entry);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(text(house.get(path))).isEqualTo(entry);
        assertThat(pointers(house)).isEmpty();
        assertThat(house.available(house.house().suite(), "2027-06-01"))
                .as("09:00 there is 23:00 of the day before in Lisbon")
                .isEqualTo(2);
        assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(3);
    }

    @Test
    default void a_rule_by_another_calendar_is_refused_with_its_precondition() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        var refused = house.put(
                path, anEntry("a").also("RRULE:RSCALE=CHINESE;FREQ=YEARLY").toString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).contains("<C:supported-rscale>");
        assertThat(house.put(
                                path,
                                anEntry("a")
                                        .also("RRULE:RSCALE=GREGORIAN;FREQ=YEARLY")
                                        .toString())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    default void what_is_mended_or_given_line_ends_is_no_longer_than_what_is_read_again() {
        DavHouse house = DavHouse.on(server());
        String path = house.path("suite", "a.ics");
        String line = "X-NOTE:" + "n".repeat(60_000) + "\n";
        String entry = anEntry("a").also("@").toString().replace("\r\n", "\n");
        int left = 512 * 1024 - entry.length();
        String full = entry.replace(
                "@\n", line.repeat(left / line.length()) + "X-REST:" + "n".repeat(left % line.length() - 16) + "\n");
        var refused = house.put(path, full);
        assertThat(refused.statusCode()).as("a few lines longer with CRLF").isEqualTo(403);
        assertThat(text(refused)).contains("<C:max-resource-size>");
        assertThat(house.put(path, full.replace("n".repeat(300) + "\nX-REST", "\nX-REST"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(house.put(path, text(house.get(path)).replace("Painting", "Paint"))
                        .statusCode())
                .isEqualTo(204);
    }
}
