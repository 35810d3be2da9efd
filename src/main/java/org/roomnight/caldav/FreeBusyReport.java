package org.roomnight.caldav;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.BusyTimes.Kind;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.davxml.Report.FreeBusyQuery;
import org.roomnight.davxml.TimeRange;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.Parameter;
import org.roomnight.inventory.Property;

/**
 * CALDAV:free-busy-query (RFC 4791 §7.10): when a calendar is busy, or any calendar of a home. Its members are looked at
 * whatever the Depth header says; clients send all three, and a collection without its members is never busy.
 */
final class FreeBusyReport {

    private static final String CALENDAR = "text/calendar; charset=utf-8";

    private final ReportTools tools;

    FreeBusyReport(ReportTools tools) {
        this.tools = tools;
    }

    DavAnswer answer(DavCall call, DavResource asked, FreeBusyQuery query) {
        Window window = Window.of(closed(query.range()));
        BusyTimes busy = new BusyTimes(window);
        BusyEvents events = new BusyEvents(busy, new Moments(call.visitor().timeZone()));
        for (CalendarCollection calendar : calendars(call.visitor(), asked)) {
            tools.objects()
                    .each(
                            call.visitor().id(),
                            calendar.key(),
                            window.from(Duration.ZERO),
                            window.until(Duration.ZERO),
                            events::add);
        }
        return new DavAnswer(200, Map.of("Content-Type", CALENDAR), calendar(asked, busy));
    }

    /** Open sides end where CALDAV:min-date-time and CALDAV:max-date-time are. */
    private static TimeRange closed(TimeRange range) {
        @Nullable Instant start = range.start();
        @Nullable Instant end = range.end();
        return new TimeRange(start == null ? TimeRange.EARLIEST : start, end == null ? TimeRange.LATEST : end);
    }

    private List<CalendarCollection> calendars(Property visitor, DavResource asked) {
        return asked instanceof DavResource.Calendar calendar
                ? List.of(calendar.facts())
                : tools.objects().calendars(visitor.id());
    }

    /**
     * UID and DTSTAMP, which RFC 5545 §3.6.4 asks for, are made of what was asked, so that the same calendars give the
     * same octets.
     */
    private static byte[] calendar(DavResource asked, BusyTimes busy) {
        Window window = busy.window();
        ContentLineWriter writer = new ContentLineWriter();
        writer.begin("VCALENDAR").raw("VERSION", "2.0").raw("PRODID", "-//Roomnight//Roomnight 1//EN");
        writer.begin("VFREEBUSY");
        writer.raw("UID", "%s%d-%d@roomnight".formatted(asked.href(), seconds(window.start()), seconds(window.end())));
        writer.utc("DTSTAMP", window.start());
        writer.utc("DTSTART", window.start());
        writer.utc("DTEND", window.end());
        for (Kind kind : Kind.values()) {
            List<Period> periods = busy.of(kind);
            if (!periods.isEmpty()) {
                writer.raw("FREEBUSY", List.of(new Parameter("FBTYPE", kind.type())), text(periods));
            }
        }
        return writer.end("VFREEBUSY").end("VCALENDAR").toByteArray();
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond();
    }

    private static String text(List<Period> periods) {
        return periods.stream()
                .map(period -> UtcDates.utc(period.start()) + "/" + UtcDates.utc(period.end()))
                .collect(Collectors.joining(","));
    }
}
