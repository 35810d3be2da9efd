package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.basic;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer.House;

/** A change that cannot be read frees no night, by whichever door it comes (rule 5). */
interface UnreadableChangeContract {

    TestServer server();

    private static String facts(House house, String start, String end) {
        return "{\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}]}"
                .formatted(house.cabin(), start, end);
    }

    @Test
    default void a_booking_keeps_its_nights_when_what_is_said_next_cannot_be_read() {
        House house = server().account().house();
        UUID booking = house.record(house.cabin(), "2027-03-10", "2027-03-12");
        for (String unreadable : List.of(
                "{\"roomStays\":[",
                "{}",
                "{\"roomStays\":[]}",
                facts(house, "2027-02-30", "2027-03-02"),
                facts(house, "2027-03-12", "2027-03-12"),
                facts(house, "", ""))) {
            var answer = house.account().send("PUT", house.path("/booking/" + booking), unreadable);
            assertThat(answer.statusCode()).as(unreadable).isBetween(400, 499);
            assertThat(house.available(house.cabin(), "2027-03-11"))
                    .as(unreadable)
                    .isZero();
        }
    }

    private static String entry(String... dates) {
        return """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            UID:kept
            DTSTAMP:20270101T000000Z
            %s
            SUMMARY:Painting
            END:VEVENT
            END:VCALENDAR
            """.formatted(String.join("\n", dates)).replace("\n", "\r\n");
    }

    private static int put(House house, String entry) {
        TestServer server = house.account().server();
        return server.send(server.request(
                                "/dav/calendars/" + house.hotel() + "/cabin/kept.ics",
                                "Authorization",
                                basic(house.hotel(), house.passkey()),
                                "Content-Type",
                                "text/calendar; charset=utf-8")
                        .PUT(BodyPublishers.ofString(entry)))
                .statusCode();
    }

    @Test
    default void an_entry_keeps_its_nights_when_what_is_put_over_it_cannot_be_read() {
        House house = server().account().house();
        String written = entry("DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270312");
        assertThat(put(house, written)).isEqualTo(201);
        for (String unreadable : List.of(
                "",
                written.substring(0, written.indexOf("DTEND")),
                entry("DTSTART;VALUE=DATE:20270230", "DTEND;VALUE=DATE:20270302"),
                entry("DTEND;VALUE=DATE:20270312"),
                entry("DTSTART;VALUE=DATE:20270310", "RRULE:FREQ=SOMETIMES"))) {
            assertThat(put(house, unreadable)).as(unreadable).isBetween(400, 499);
            assertThat(house.available(house.cabin(), "2027-03-11"))
                    .as(unreadable)
                    .isZero();
        }
    }
}
