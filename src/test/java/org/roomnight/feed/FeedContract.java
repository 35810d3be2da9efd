package org.roomnight.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.header;
import static org.roomnight.TestServer.text;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** The calendar at a property's booking list, as a calendar program gets it. */
interface FeedContract {

    DateTimeFormatter UTC_SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    TestServer server();

    private House house() {
        return server().account().house();
    }

    private static List<String> lines(HttpResponse<byte[]> calendar) {
        return List.of(text(calendar).replace("\r\n ", "").split("\r\n"));
    }

    private static String line(HttpResponse<byte[]> calendar, String name) {
        return lines(calendar).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static int events(HttpResponse<byte[]> calendar) {
        assertThat(calendar.statusCode()).as(text(calendar)).isEqualTo(200);
        return (int) lines(calendar).stream().filter("BEGIN:VEVENT"::equals).count();
    }

    /** Another door confirms the newest revision; what this one keeps is not of it. */
    private static void askByCalDav(House house) {
        var answer = house.account()
                .server()
                .send(house.account()
                        .server()
                        .request(
                                "/dav/calendars/%s/bookings/".formatted(house.hotel()),
                                "Authorization",
                                TestServer.basic(house.hotel(), house.passkey()),
                                "Depth",
                                "0")
                        .method("PROPFIND", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(207);
    }

    @Test
    default void a_question_of_another_door_after_a_write_does_not_keep_the_old_calendar() {
        House house = house();
        String tag = header(house.feed(), "ETag");
        for (int day = 1; day <= 3; day++) {
            house.record(house.cabin(), "2027-03-1" + day, "2027-03-1" + (day + 1));
            askByCalDav(house);
            var asked = house.feed("If-None-Match", tag);
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(events(asked)).isEqualTo(day);
            tag = header(asked, "ETag");
            assertThat(events(house.feed())).isEqualTo(day);
        }
    }

    @Test
    default void a_calendar_does_not_stay_old_when_the_clock_is_set_back_after_a_write() {
        House house = house();
        house.feed();
        server().clock().set(Duration.ofHours(-1));
        try {
            house.record(house.cabin(), "2027-03-10", "2027-03-14");
            askByCalDav(house);
            assertThat(events(house.feed())).isEqualTo(1);
        } finally {
            server().clock().set(Duration.ofHours(1));
        }
    }

    /** Texts of guests and staff end where they end, whatever is in them; the API gives them back as they came. */
    @Test
    default void no_name_turns_its_neighbours_round_or_begins_a_line_of_its_own() {
        House house = house();
        UUID booking = UUID.randomUUID();
        String name = "Rob\u202Ein\u2028X";
        String facts = "\"firstName\":\"%s\",\"lastName\":\"محمد\",\"specialRequests\":\"a\u0085b\u2067c\u2029d\"";
        house.record(booking, facts.formatted(name), house.cabin(), "2027-03-10", "2027-03-14");
        var calendar = house.feed();
        assertThat(line(calendar, "SUMMARY")).isEqualTo("SUMMARY:\u2068Robin X محمد\u2069 · Cabin");
        assertThat(line(calendar, "DESCRIPTION"))
                .contains("Guest: \u2068Robin X محمد\u2069\\nParty", "Special requests: a bc d");
        assertThat(text(calendar)).doesNotContain("\u202E", "\u2028", "\u2029", "\u0085", "\u2067");
        var stored = house.account().done("GET", house.path("/booking/" + booking), "");
        assertThat(stored.get("firstName").stringValue()).isEqualTo(name);
    }

    @Test
    default void a_calendar_has_the_headers_and_the_frame_that_calendar_programs_need() {
        House house = house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        var calendar = house.feed();
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(header(calendar, "Content-Type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(header(calendar, "Content-Disposition")).isEqualTo("inline; filename=\"bookings.ics\"");
        assertThat(header(calendar, "Cache-Control")).isEqualTo("private, max-age=0, must-revalidate");
        assertThat(header(calendar, "ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(header(calendar, "Last-Modified")).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} 2027 [\\d:]{8} GMT");
        assertThat(header(calendar, "Date")).isNotEmpty();
        assertThat(header(calendar, "Vary")).contains("Accept-Encoding");
        assertThat(header(calendar, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(calendar, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(calendar, "Content-Length")).isEqualTo(Integer.toString(calendar.body().length));
        for (String absent : List.of("Set-Cookie", "Server", "Age", "Content-Encoding")) {
            assertThat(header(calendar, absent)).as(absent).isEmpty();
        }
        assertThat(lines(calendar))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains(
                        "CALSCALE:GREGORIAN",
                        "NAME:Harbour House",
                        "X-WR-CALNAME:Harbour House",
                        "X-WR-TIMEZONE:Europe/Lisbon",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
                        "X-PUBLISHED-TTL:PT15M")
                .noneMatch(line -> line.startsWith("METHOD") || line.startsWith("RRULE") || line.contains("VALARM"))
                .endsWith("END:VCALENDAR");
    }

    @Test
    default void a_stay_is_an_all_day_event_that_ends_on_the_departure_and_tells_who_sleeps_where() {
        House house = house();
        String facts = "\"firstName\":\"Zoë\",\"lastName\":\"O'Neil, jr; \\\\x\",\"bookingCode\":\"WNK-4F7Q2\","
                + "\"salesChannelName\":\"Direct\",\"specialRequests\":\"late arrival\\ntwo cots\"";
        house.record(UUID.randomUUID(), facts, house.cabin(), "2027-03-10", "2027-03-14");
        String now = UTC_SECONDS.format(server().clock().instant());
        server().clock().tick(Duration.ofMinutes(1));
        var calendar = house.feed();
        assertThat(lines(calendar))
                .contains(
                        "DTSTART;VALUE=DATE:20270310",
                        "DTEND;VALUE=DATE:20270314",
                        "STATUS:CONFIRMED",
                        "TRANSP:OPAQUE",
                        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
                        "SUMMARY:Zoë O'Neil\\, jr\\; \\\\x · Cabin",
                        "LOCATION:Cabin 1",
                        "DTSTAMP:" + now,
                        "LAST-MODIFIED:" + now,
                        "SEQUENCE:0");
        assertThat(line(calendar, "UID:")).matches("UID:[0-9a-f-]{36}@.+");
        assertThat(line(calendar, "DESCRIPTION:"))
                .contains("Guest: Zoë O'Neil\\, jr\\; \\\\x\\n")
                .contains("Party: 2 adults\\n")
                .contains("Room: Cabin 1\\n")
                .contains("Channel: Direct\\n")
                .contains("Booking code: WNK-4F7Q2\\n")
                .contains("Special requests: late arrival\\ntwo cots");
    }

    @Test
    default void two_other_parsers_read_the_same_events_and_no_line_is_too_long() throws IOException, ParserException {
        House house = house();
        for (int stay = 0; stay < 12; stay++) {
            String facts = "\"firstName\":\"Ῥωμαῖος %d\",\"lastName\":\"%s\",\"specialRequests\":\"%s\""
                    .formatted(stay, "😀".repeat(stay * 7), "a,b;c\\\\d\\n\\t\\\"".repeat(stay));
            String arrival = "2027-%02d-10".formatted(stay + 1);
            house.record(UUID.randomUUID(), facts, house.suite(), arrival, arrival.replace("-10", "-12"));
        }
        var served = house.feed();
        for (String line : text(served).split("\r\n", -1)) {
            assertThat(line.getBytes(UTF_8).length).as(line).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n").doesNotContain("\r");
        }
        var calendar = new CalendarBuilder().build(new StringReader(text(served)));
        assertThat(calendar.validate(false).hasErrors()).isFalse();
        List<String> byIcal4j = calendar.getComponents(Component.VEVENT).stream()
                .map(event -> event.getRequiredProperty("UID").getValue() + "|"
                        + event.getRequiredProperty("DTSTART").getValue() + "|"
                        + event.getRequiredProperty("DTEND").getValue() + "|"
                        + event.getRequiredProperty("SUMMARY").getValue())
                .toList();
        var parsed = Biweekly.parse(text(served)).first();
        assertThat(parsed.validate(ICalVersion.V2_0)).isEmpty();
        List<String> byBiweekly = parsed.getEvents().stream()
                .map(event -> event.getUid().getValue() + "|" + day(event.getDateStart()) + "|"
                        + day(event.getDateEnd()) + "|" + event.getSummary().getValue())
                .toList();
        assertThat(byIcal4j).hasSize(12).isEqualTo(byBiweekly);
        assertThat(parsed.getEvents().getLast().getSummary().getValue())
                .isEqualTo("Ῥωμαῖος 11 " + "😀".repeat(77) + " · Suite");
        VEvent last = parsed.getEvents().getLast();
        assertThat(last.getDescription().getValue()).contains("a,b;c\\d\n\t\"a,b");
    }

    private static String day(biweekly.property.DateOrDateTimeProperty date) {
        assertThat(date.getValue().hasTime()).isFalse();
        var raw = date.getValue().getRawComponents();
        return "%04d%02d%02d".formatted(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    @Test
    default void there_is_one_event_a_unit_and_a_cancelled_stay_has_none() {
        House house = house();
        UUID booking = UUID.randomUUID();
        house.account()
                .done(
                        "PUT",
                        house.path("/booking/" + booking),
                        "{\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-03-10\",\"endDate\":\"2027-03-12\",\"quantity\":3}]}"
                                .formatted(house.suite()));
        house.record(house.cabin(), "2027-03-10", "2027-03-11");
        var calendar = house.feed();
        assertThat(events(calendar)).isEqualTo(4);
        assertThat(lines(calendar)).contains("LOCATION:Suite S1", "LOCATION:Suite S2", "LOCATION:Suite S3");
        house.cancel(booking);
        assertThat(events(house.feed())).isEqualTo(1);
        assertThat(text(house.feed())).doesNotContain("Suite").doesNotContain("CANCELLED");
    }

    @Test
    default void a_changed_stay_keeps_its_uid_and_counts_its_changes() {
        House house = house();
        UUID booking = house.record(house.cabin(), "2027-03-10", "2027-03-14");
        String uid = line(house.feed(), "UID:");
        server().clock().tick(Duration.ofMinutes(5));
        house.record(booking, house.cabin(), "2027-03-11", "2027-03-15");
        var changed = house.feed();
        assertThat(line(changed, "UID:")).isEqualTo(uid);
        assertThat(line(changed, "SEQUENCE:")).isEqualTo("SEQUENCE:1");
        assertThat(line(changed, "DTSTAMP:"))
                .isGreaterThan(line(changed, "CREATED:").replace("CREATED", "DTSTAMP"));
        assertThat(line(changed, "DTSTART")).endsWith("20270311");
    }

    @Test
    default void a_room_type_or_a_property_with_a_new_name_changes_the_calendar() {
        House house = house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        String first = header(house.feed(), "ETag");
        house.account()
                .done(
                        "PUT",
                        house.path("/guest-room/" + house.cabin()),
                        "{\"name\":\"Lodge\",\"quantity\":1}",
                        "If-Match",
                        "*");
        var renamed = house.feed();
        assertThat(line(renamed, "SUMMARY:")).isEqualTo("SUMMARY:Robin Sample · Lodge");
        assertThat(header(renamed, "ETag")).isNotEqualTo(first);
        house.account().done("PATCH", house.path("/property"), "{\"name\":\"Sea House\"}", "If-Match", "*");
        assertThat(line(house.feed(), "X-WR-CALNAME:")).isEqualTo("X-WR-CALNAME:Sea House");
    }

    @Test
    default void the_tag_changes_when_the_content_does_and_only_then() {
        House house = house();
        UUID booking = house.record(house.cabin(), "2027-03-10", "2027-03-14");
        var first = house.feed();
        house.record(booking, house.cabin(), "2027-03-10", "2027-03-14");
        House again = house.regenerated();
        assertThat(header(again.feed(), "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(again.feed().body()).isEqualTo(first.body());
        UUID other = again.record(house.suite(), "2027-03-10", "2027-03-14");
        assertThat(header(again.feed(), "ETag")).isNotEqualTo(header(first, "ETag"));
        again.cancel(other);
        var back = again.feed();
        assertThat(back.body()).isEqualTo(first.body());
        assertThat(header(back, "ETag")).isEqualTo(header(first, "ETag"));
    }

    @Test
    default void both_names_of_the_property_open_the_calendar_and_an_unknown_third_does_not() {
        House house = house();
        String auth = TestServer.basic(house.hotel(), house.passkey());
        for (String name :
                List.of(house.hotel(), house.id().toString(), house.hotel().toUpperCase(java.util.Locale.ROOT))) {
            var answer = server().send(server().request(
                            "/api/cal/property/%s/booking/list".formatted(name), "Authorization", auth));
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
        }
        for (String path : List.of(
                "/api/cal/property/%s/booking/list".formatted(UUID.randomUUID()),
                "/api/cal/property/1-1-1-1-1/booking/list",
                house.feedPath() + "/",
                house.feedPath() + ".ics",
                "/api/cal/property/%s/booking".formatted(house.hotel()))) {
            var answer = server().send(server().request(path, "Authorization", auth));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    default void gzip_and_identity_have_the_same_content_and_tags_of_their_own() throws IOException {
        House house = house();
        house.record(house.cabin(), "2027-03-10", "2027-03-14");
        var plain = house.feed();
        var packed = house.feed("Accept-Encoding", "br, gzip;q=0.5");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Content-Length")).isEqualTo(Integer.toString(packed.body().length));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        for (String tag : List.of(header(plain, "ETag"), header(packed, "ETag"))) {
            assertThat(house.feed("If-None-Match", tag, "Accept-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    default void a_property_without_bookings_has_a_valid_calendar_without_events() throws IOException, ParserException {
        var empty = house().feed();
        assertThat(events(empty)).isZero();
        assertThat(new CalendarBuilder().build(new StringReader(text(empty))).getComponents())
                .isEmpty();
        // RFC 5545 §3.6 wants a component; a placeholder would be an event that is none.
        assertThat(Biweekly.parse(text(empty))
                        .first()
                        .validate(ICalVersion.V2_0)
                        .toString())
                .isEqualTo("[ICalendar]: (4) An iCalendar object must have at least one component.");
    }
}
