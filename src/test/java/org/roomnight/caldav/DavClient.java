package org.roomnight.caldav;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.kernel.PropertyId;

/** A calendar program with the passkey of a house, which asks in XML. */
record DavClient(House house) {

    /** Entries of one commit: PostgreSQL keeps each version of the row that counts them until then. */
    private static final int AT_ONCE = 500;

    static DavClient on(TestServer server) {
        return new DavClient(server.account().house());
    }

    String principal() {
        return "/dav/principals/" + house.hotel() + "/";
    }

    String home() {
        return "/dav/calendars/" + house.hotel() + "/";
    }

    String calendar(String name) {
        return home() + name + "/";
    }

    PropertyId property() {
        return new PropertyId(UUID.fromString(house.hotel()));
    }

    private TestServer server() {
        return house.account().server();
    }

    /** Sends XML where there is a body; a header "Content-Type" of the caller replaces that. */
    DavReply ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = server().request(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", TestServer.basic(house.hotel(), house.passkey()));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/xml; charset=utf-8");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return new DavReply(server().send(request));
    }

    DavReply propfind(String path, int depth, QName... names) {
        return ask("PROPFIND", path, propfind(names), "Depth", Integer.toString(depth));
    }

    /** The properties of one resource. */
    DavReply.Found properties(String path, QName... names) {
        return propfind(path, 0, names).of(path);
    }

    static String propfind(QName... names) {
        StringBuilder body = new StringBuilder("<d:propfind xmlns:d=\"DAV:\"><d:prop>");
        for (QName name : names) {
            body.append(empty(name));
        }
        return body.append("</d:prop></d:propfind>").toString();
    }

    static String empty(QName name) {
        return "<%s xmlns=\"%s\"/>".formatted(name.getLocalPart(), name.getNamespaceURI());
    }

    static String element(QName name, String content) {
        return "<%1$s xmlns=\"%2$s\">%3$s</%1$s>".formatted(name.getLocalPart(), name.getNamespaceURI(), content);
    }

    DavReply set(String path, QName name, String content) {
        return proppatch(path, setting(element(name, content)));
    }

    DavReply proppatch(String path, String steps, String... headers) {
        return ask("PROPPATCH", path, "<d:propertyupdate xmlns:d=\"DAV:\">" + steps + "</d:propertyupdate>", headers);
    }

    static String setting(String properties) {
        return "<d:set><d:prop>" + properties + "</d:prop></d:set>";
    }

    static String removing(QName name) {
        return "<d:remove><d:prop>" + empty(name) + "</d:prop></d:remove>";
    }

    DavReply mkcalendar(String path, String properties) {
        String body = "<c:mkcalendar xmlns:c=\"urn:ietf:params:xml:ns:caldav\" xmlns:d=\"DAV:\">"
                + (properties.isEmpty() ? "" : setting(properties)) + "</c:mkcalendar>";
        return ask("MKCALENDAR", path, body);
    }

    /** Entries as staff would have put them, without a word to the door. */
    void write(String calendar, int count) {
        StaffCalendars staff = server().bean(StaffCalendars.class);
        CalendarCollection to = server().bean(CalendarObjects.class)
                .calendar(property(), calendar)
                .orElseThrow();
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            staff.together(property(), () -> {
                for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
                    staff.put(property(), to.key(), entry(i));
                }
                return count;
            });
        }
    }

    static CalendarObject entry(int number) {
        String name = "entry-" + number;
        String text = String.join(
                "\r\n",
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//test//test//EN",
                        "BEGIN:VEVENT",
                        "UID:" + name,
                        "DTSTAMP:20270101T000000Z",
                        "DTSTART;VALUE=DATE:20270301",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
        LocalDate day = LocalDate.of(2027, 3, 1);
        return CalendarObject.ofStaff(
                name + ".ics", name, "VEVENT", day, day.plusDays(1), null, text.getBytes(StandardCharsets.UTF_8));
    }
}
