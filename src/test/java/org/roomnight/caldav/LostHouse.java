package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Names.calendarserver;
import static org.roomnight.davxml.Names.dav;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.roomnight.TestServer;

/** What programs that ask for a house keep of an answer and send again: tokens, tags, dates. */
record LostHouse(ReportHouse house) {

    /** What was told, and so may be sent again. */
    record Told(Map<String, String> tokens, Map<String, String> tags, String feed, String feedDate) {

        String token(String calendar) {
            return Objects.requireNonNull(tokens.get(calendar), calendar);
        }

        String tag(String calendar) {
            return Objects.requireNonNull(tags.get(calendar), calendar);
        }
    }

    static LostHouse on(TestServer server) {
        return new LostHouse(ReportHouse.on(server));
    }

    LostHouse at(TestServer node) {
        return new LostHouse(house.at(node));
    }

    UUID stay(int day) {
        return house.house()
                .record(house.house().cabin(), "2027-03-%02d".formatted(day), "2027-03-%02d".formatted(day + 1));
    }

    /** Whether the calendar that is polled shows the stay of that day. */
    boolean shows(int day) {
        String calendar = TestServer.text(house.house().feed(house.server()));
        return calendar.contains("DTSTART;VALUE=DATE:202703%02d".formatted(day));
    }

    Told told() {
        Map<String, String> tokens = new TreeMap<>();
        Map<String, String> tags = new TreeMap<>();
        for (String calendar : new String[] {"bookings", "cabin", "suite"}) {
            var found = new DavClient(house.house())
                    .properties(house.calendar(calendar), dav("sync-token"), calendarserver("getctag"));
            tokens.put(calendar, found.text(dav("sync-token")));
            tags.put(calendar, found.text(calendarserver("getctag")));
        }
        var feed = house.house().feed(house.server());
        assertThat(feed.statusCode()).isEqualTo(200);
        return new Told(tokens, tags, TestServer.header(feed, "ETag"), TestServer.header(feed, "Last-Modified"));
    }

    int sync(String calendar, String token) {
        return house.sync(calendar, token, null).status();
    }

    void refuses(String calendar, String token) {
        house.sync(calendar, token, null).refused(403, "valid-sync-token");
    }

    int feedWith(String... headers) {
        return house.house().feed(house.server(), headers).statusCode();
    }

    /** None of what was told of a calendar that has changed since is taken for what is there now. */
    void forgot(Told lost) {
        Told now = told();
        for (String calendar : new String[] {"bookings", "cabin"}) {
            refuses(calendar, lost.token(calendar));
            assertThat(now.tag(calendar)).isNotEqualTo(lost.tag(calendar));
            assertThat(now.token(calendar)).isNotEqualTo(lost.token(calendar));
        }
        assertThat(feedWith("If-None-Match", lost.feed())).isEqualTo(200);
        assertThat(feedWith("If-None-Match", now.feed())).isEqualTo(304);
    }
}
