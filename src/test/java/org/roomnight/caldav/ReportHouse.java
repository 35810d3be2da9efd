package org.roomnight.caldav;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.calquery.Queries;
import org.roomnight.kernel.PropertyId;

/** A house of which reports are asked. Entries of staff are written past the door, which has tests of its own. */
record ReportHouse(TestServer server, House house) {

    static ReportHouse on(TestServer server) {
        return new ReportHouse(server, server.account().house());
    }

    /** The same, asked of another node. */
    ReportHouse at(TestServer node) {
        return new ReportHouse(node, house.at(node));
    }

    String home() {
        return "/dav/calendars/" + house.hotel() + "/";
    }

    String principal() {
        return "/dav/principals/" + house.hotel() + "/";
    }

    String calendar(String name) {
        return home() + name + "/";
    }

    /** The door, as a calendar program that synchronizes knows it. */
    SyncingClient.Door door() {
        return (method, path, body, depth) ->
                server.send(server.request(path, "Depth", depth, "Content-Type", "application/xml; charset=utf-8")
                        .header("Authorization", TestServer.basic(house.hotel(), house.passkey()))
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** Headers are name, value, name, value, … */
    ReportReply report(String path, String body, String... headers) {
        var request = server.request(path, headers)
                .header("Authorization", TestServer.basic(house.hotel(), house.passkey()))
                .method("REPORT", BodyPublishers.ofString(body));
        if (!String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/xml; charset=utf-8");
        }
        return new ReportReply(server.send(request));
    }

    /** A query of the members of a calendar. */
    ReportReply query(String calendar, String filters, String properties) {
        return report(calendar(calendar), Queries.query(filters, properties), "Depth", "1");
    }

    ReportReply sync(String calendar, String token, @Nullable Integer limit) {
        return report(calendar(calendar), syncBody(token, limit, "<D:getetag/>"));
    }

    static String syncBody(String token, @Nullable Integer limit, String properties) {
        return """
            <D:sync-collection xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
              <D:sync-token>%s</D:sync-token><D:sync-level>1</D:sync-level>%s<D:prop>%s</D:prop>
            </D:sync-collection>
            """.formatted(
                token, limit == null ? "" : "<D:limit><D:nresults>" + limit + "</D:nresults></D:limit>", properties);
    }

    PropertyId property() {
        return new PropertyId(UUID.fromString(house.hotel()));
    }

    CalendarCollection facts(String calendar) {
        return server.bean(CalendarObjects.class).calendar(property(), calendar).orElseThrow();
    }

    StaffCalendars staff() {
        return server.bean(StaffCalendars.class);
    }

    void write(String calendar, CalendarObject entry) {
        staff().put(property(), facts(calendar).key(), entry);
    }

    /** An entry of staff with these lines inside of its one component. */
    static CalendarObject entry(String name, String component, String first, String last, String... lines) {
        return blockEntry(name, null, first, last, Queries.component(component, lines));
    }

    static CalendarObject blockEntry(String name, @Nullable UUID block, String first, String last, String[] lines) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
        return CalendarObject.ofStaff(
                name,
                "uid-" + name,
                lines[0].substring("BEGIN:".length()),
                LocalDate.parse(first),
                LocalDate.parse(last),
                block,
                text.getBytes(StandardCharsets.UTF_8));
    }
}
