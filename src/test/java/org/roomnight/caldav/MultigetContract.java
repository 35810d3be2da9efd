package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.calquery.Queries.comp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;

/** CALDAV:calendar-multiget over HTTP (RFC 4791 §7.9). */
interface MultigetContract {

    TestServer server();

    private static String body(String... hrefs) {
        return "<C:calendar-multiget xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>"
                + "<D:prop><D:getetag/><C:calendar-data/></D:prop>"
                + Arrays.stream(hrefs)
                        .map(href -> "<D:href>" + href + "</D:href>")
                        .collect(Collectors.joining())
                + "</C:calendar-multiget>";
    }

    private static List<String> stays(ReportHouse house) {
        return house.query("bookings", comp("VEVENT"), "<D:getetag/>").hrefs();
    }

    @Test
    default void objects_are_given_by_their_hrefs() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        house.house().record(house.house().suite(), "2027-03-11", "2027-03-14");
        List<String> stays = stays(house);
        var reply = house.report(house.calendar("bookings"), body(stays.get(1), stays.get(0)));
        assertThat(reply.hrefs()).containsExactly(stays.get(1), stays.get(0));
        assertThat(reply.values("calendar-data")).hasSize(2).allMatch(data -> data.contains("BEGIN:VEVENT"));
        String whole = server().uri(stays.getFirst()).toString();
        assertThat(house.report(house.calendar("bookings"), body(whole)).hrefs())
                .containsExactly(stays.getFirst());
        String published = TestServer.PUBLIC_URL + stays.getFirst();
        assertThat(house.report(house.calendar("bookings"), body(published)).hrefs())
                .containsExactly(stays.getFirst());
        assertThat(house.report(house.home(), body(stays.getFirst())).hrefs()).hasSize(1);
        assertThat(house.report(stays.getFirst(), body(stays.getFirst())).hrefs())
                .hasSize(1);
    }

    @Test
    default void x_25_none_is_refused_too_many_are_refused_and_the_same_twice_is_given_once() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        String stay = stays(house).getFirst();
        house.report(house.calendar("bookings"), body()).refused(400);
        String[] many = new String[5_001];
        Arrays.setAll(many, i -> "/x" + i);
        house.report(house.calendar("bookings"), body(many)).refused(507, "number-of-matches-within-limits");
        var twice = house.report(house.calendar("bookings"), body(stay, stay, stay.replace(".ics", "%2Eics")));
        assertThat(twice.responses()).hasSize(1).containsEntry(stay, 200);
    }

    @Test
    default void x_26_what_is_not_ours_is_not_found_whatever_the_href_looks_like() {
        ReportHouse house = ReportHouse.on(server());
        ReportHouse other = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        other.house().record(other.house().cabin(), "2027-03-10", "2027-03-14");
        String own = stays(house).getFirst();
        List<String> strange = List.of(
                stays(other).getFirst(),
                "https://elsewhere.example" + own,
                "//elsewhere.example" + own,
                house.calendar("cabin") + "../bookings/" + own.substring(own.lastIndexOf('/') + 1),
                own.replace(".ics", "%252Eics"),
                own.replace("/bookings/", "/%2E%2E/"),
                own.substring(own.lastIndexOf('/') + 1),
                own.replace("/bookings/", "/cabin/"),
                house.calendar("bookings"),
                house.calendar("bookings") + "none.ics",
                "mailto:somebody@example.com",
                "http://[::1");
        var reply = house.report(house.calendar("bookings"), body(strange.toArray(String[]::new)));
        assertThat(reply.responses().keySet()).containsExactlyElementsOf(strange);
        assertThat(reply.responses().values()).allMatch(status -> status == 404);
    }

    @Test
    default void x_27_the_depth_means_nothing() {
        ReportHouse house = ReportHouse.on(server());
        house.house().record(house.house().cabin(), "2027-03-10", "2027-03-14");
        String stay = stays(house).getFirst();
        for (String depth : List.of("0", "1", "infinity", "7")) {
            assertThat(house.report(house.calendar("bookings"), body(stay), "Depth", depth)
                            .hrefs())
                    .containsExactly(stay);
        }
    }
}
