package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;
import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.RawHttp;
import org.roomnight.TestServer;

/** Addresses as programs in the field write them, one request after another. */
interface AddressFieldCaseContract {

    TestServer server();

    /** What a MOVE or COPY makes can be fetched, changed and deleted at its address, or is not made. */
    @Test
    default void what_is_moved_or_copied_to_a_name_with_a_percent_sign_is_reached_there_and_gives_its_nights_back() {
        DavHouse house = DavHouse.on(server());
        String from = house.path("cabin", "a.ics");
        String entry = anEntry("a").toString();
        for (String name : List.of("100%25.ics", "%2525.ics", "a%2Fb.ics", "%zz.ics", "..%2Fb.ics", "a%5Cb.ics")) {
            for (String method : List.of("MOVE", "COPY")) {
                house.put(from, entry);
                String to = house.path("suite", name);
                int status = house.send(method, from, "", "Destination", to).statusCode();
                assertThat(status).as(name).isIn(201, 400, 403, 404, 409);
                if (status == 201) {
                    assertThat(text(house.get(to))).as(name).isEqualTo(entry);
                    assertThat(house.put(to, entry).statusCode()).as(name).isEqualTo(204);
                    assertThat(house.delete(to).statusCode()).as(name).isEqualTo(204);
                } else {
                    assertThat(name).isNotEqualTo("100%25.ics");
                    assertThat(text(house.get(from))).as(name).isEqualTo(entry);
                }
                assertThat(house.available(house.house().suite(), "2027-06-02")).isEqualTo(3);
            }
        }
        house.delete(from);
        assertThat(house.available(house.house().cabin(), "2027-06-02")).isOne();
    }

    /** RFC 3986 §6.2.3: a proxy or an account writes the port that is meant anyway, or leaves it out. */
    @Test
    default void the_usual_port_of_a_destination_and_of_the_host_may_be_written() {
        DavHouse house = DavHouse.on(server());
        String from = house.path("suite", "a.ics");
        String to = house.path("cabin", "a.ics");
        for (String[] names : List.of(
                new String[] {"calendars.example", "https://calendars.example:443"},
                new String[] {"calendars.example:443", "https://calendars.example"},
                new String[] {"calendars.example", "http://calendars.example:80"},
                new String[] {"calendars.example:80", "http://calendars.example"})) {
            house.put(from, anEntry("a").toString());
            assertThat(move(house, names[0], from, names[1] + to)).as(names[1]).isEqualTo(201);
            assertThat(house.delete(to).statusCode()).isEqualTo(204);
        }
        house.put(from, anEntry("a").toString());
        assertThat(move(house, "calendars.example", from, "https://calendars.example:80" + to))
                .isEqualTo(502);
        assertThat(move(house, "calendars.example", from, "https://elsewhere.example:443" + to))
                .isEqualTo(502);
        assertThat(house.get(from).statusCode()).isEqualTo(200);
    }

    private int move(DavHouse house, String host, String from, String destination) {
        try (RawHttp raw = new RawHttp(server())) {
            raw.send("MOVE %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nDestination: %s\r\nConnection: close\r\n\r\n"
                    .formatted(
                            from,
                            host,
                            TestServer.basic(
                                    house.house().hotel(), house.house().passkey()),
                            destination));
            return raw.read().status();
        }
    }

    /** Programs look for calendars and address books at addresses of other servers, with and without a password. */
    @Test
    default void who_looks_for_calendars_where_nothing_is_finds_nothing() {
        DavHouse house = DavHouse.on(server());
        for (String path : List.of("/principals/", "/.well-known/carddav", "/calendars/x/")) {
            for (String method : List.of("PROPFIND", "REPORT", "MKCALENDAR")) {
                assertThat(house.send(method, path, "", "Depth", "0").statusCode())
                        .as(method + path)
                        .isEqualTo(404);
            }
        }
    }
}
