package org.roomnight.calquery;

import static org.roomnight.calquery.Queries.component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.roomnight.ical.Component;

/** Calendar objects with the dates of those in RFC 4791, appendix B, typed anew. */
final class ExampleCalendars {

    private static final String[] EASTERN = {
        "BEGIN:VTIMEZONE",
        "TZID:US/Eastern",
        "LAST-MODIFIED:20040110T032845Z",
        "BEGIN:DAYLIGHT",
        "DTSTART:20000404T020000",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4",
        "TZNAME:EDT",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20001026T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:EST",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "END:STANDARD",
        "END:VTIMEZONE"
    };

    private ExampleCalendars() {}

    static Map<String, Component> all() {
        Map<String, Component> all = new LinkedHashMap<>();
        all.put("abcd1", single());
        all.put("abcd2", series());
        all.put("abcd3", meeting());
        all.put("abcd4", task("Task #1", "DUE;VALUE=DATE:20060104", "STATUS:NEEDS-ACTION"));
        all.put("abcd5", alarmedTask());
        all.put("abcd6", task("Task #3", "DUE;VALUE=DATE:20060106", "STATUS:COMPLETED", "COMPLETED:20051223T122322Z"));
        all.put("abcd7", task("Task #4", "DUE;VALUE=DATE:20060108", "STATUS:CANCELLED"));
        all.put("abcd8", busy());
        return all;
    }

    static Component single() {
        return of(
                EASTERN,
                component(
                        "VEVENT",
                        "DTSTAMP:20060206T001102Z",
                        "DTSTART;TZID=US/Eastern:20060102T100000",
                        "DURATION:PT1H",
                        "SUMMARY:Event #1",
                        "DESCRIPTION:Go Steelers!",
                        "UID:74855313FA803DA593CD579A@example.com"));
    }

    static Component series() {
        return of(
                EASTERN,
                component(
                        "VEVENT",
                        "DTSTAMP:20060206T001121Z",
                        "DTSTART;TZID=US/Eastern:20060102T120000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=DAILY;COUNT=5",
                        "SUMMARY:Event #2",
                        "UID:00959BC664CA650E933C892C@example.com"),
                component(
                        "VEVENT",
                        "DTSTAMP:20060206T001121Z",
                        "DTSTART;TZID=US/Eastern:20060104T140000",
                        "DURATION:PT1H",
                        "RECURRENCE-ID;TZID=US/Eastern:20060104T120000",
                        "SUMMARY:Event #2 bis",
                        "UID:00959BC664CA650E933C892C@example.com"),
                component(
                        "VEVENT",
                        "DTSTAMP:20060206T001121Z",
                        "DTSTART;TZID=US/Eastern:20060106T140000",
                        "DURATION:PT1H",
                        "RECURRENCE-ID;TZID=US/Eastern:20060106T120000",
                        "SUMMARY:Event #2 bis bis",
                        "UID:00959BC664CA650E933C892C@example.com"));
    }

    private static Component meeting() {
        return of(
                EASTERN,
                component(
                        "VEVENT",
                        "ATTENDEE;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:cyrus@example.com",
                        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:lisa@example.com",
                        "DTSTAMP:20060206T001220Z",
                        "DTSTART;TZID=US/Eastern:20060104T100000",
                        "DURATION:PT1H",
                        "LAST-MODIFIED:20060206T001330Z",
                        "ORGANIZER:mailto:cyrus@example.com",
                        "SEQUENCE:1",
                        "STATUS:TENTATIVE",
                        "SUMMARY:Event #3",
                        "UID:DC6C50A017428C5216A2F1CD@example.com"));
    }

    private static Component task(String summary, String... dates) {
        return of(component(
                "VTODO",
                Stream.concat(
                                Stream.of(
                                        "DTSTAMP:20060205T235335Z", "SUMMARY:" + summary, "UID:" + summary.hashCode()),
                                Stream.of(dates))
                        .toArray(String[]::new)));
    }

    private static Component alarmedTask() {
        return of(component(
                "VTODO",
                "DTSTAMP:20060205T235300Z",
                "DUE;TZID=US/Eastern:20060106T120000",
                "STATUS:NEEDS-ACTION",
                "SUMMARY:Task #2",
                "UID:E10BA47467C5C69BB74E8720@example.com",
                "BEGIN:VALARM",
                "ACTION:AUDIO",
                "TRIGGER;RELATED=START:-PT10M",
                "END:VALARM"));
    }

    private static Component busy() {
        return of(component(
                "VFREEBUSY",
                "ORGANIZER;CN=\"Bernard Desruisseaux\":mailto:bernard@example.com",
                "UID:76ef34-54a3d2@example.com",
                "DTSTAMP:20050530T123421Z",
                "DTSTART:20060101T000000Z",
                "DTEND:20060108T000000Z",
                "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20060102T100000Z/20060102T120000Z"));
    }

    private static Component of(String[]... components) {
        return Queries.calendar(Stream.of(components).flatMap(Stream::of).toArray(String[]::new));
    }
}
