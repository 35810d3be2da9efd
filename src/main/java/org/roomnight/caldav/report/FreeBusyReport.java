package org.roomnight.caldav.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.NightLedger;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calquery.BusyTimes;
import org.roomnight.calquery.Period;
import org.roomnight.calquery.UtcDates;
import org.roomnight.calquery.Window;
import org.roomnight.davxml.Report.FreeBusyQuery;
import org.roomnight.davxml.TimeRange;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.Parameter;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;

/**
 * CALDAV:free-busy-query (RFC 4791 §7.10). A calendar is busy when its events are; its members are looked at whatever the
 * Depth header says, for clients send all three, and a collection without its members is never busy. A home is busy when
 * the house is full (ADR 0018).
 */
public final class FreeBusyReport {

    private static final String CALENDAR = "text/calendar; charset=utf-8";

    private final ReportTools tools;
    private final NightLedger ledger;

    public FreeBusyReport(ReportTools tools, NightLedger ledger) {
        this.tools = tools;
        this.ledger = ledger;
    }

    public DavAnswer answer(DavCall call, DavResource asked, FreeBusyQuery query) {
        BusyTimes busy = new BusyTimes(Window.of(closed(query.range())));
        if (asked instanceof DavResource.Calendar calendar) {
            addEvents(call.visitor(), calendar.facts(), busy);
        } else {
            addFullNights(call.visitor(), busy);
        }
        return new DavAnswer(200, Map.of("Content-Type", CALENDAR), calendar(asked, busy));
    }

    private void addEvents(Property visitor, CalendarCollection calendar, BusyTimes busy) {
        BusyEntries entries = new BusyEntries(busy, tools.contexts().zone(visitor, calendar));
        Window window = busy.window();
        tools.objects()
                .each(
                        visitor.id(),
                        calendar.key(),
                        window.from(Duration.ZERO),
                        window.until(Duration.ZERO),
                        entries::add);
    }

    /** A night lasts from midnight to midnight in the property's zone, like a room stay in its calendar. */
    private void addFullNights(Property visitor, BusyTimes busy) {
        int units = tools.objects().calendars(visitor.id()).stream()
                .mapToInt(calendar -> calendar.kind() instanceof Kind.Rooms(RoomType type) ? type.quantity() : 0)
                .sum();
        if (units == 0) {
            return; // there is nothing to book, which is not the same as everything being booked
        }
        ZoneId zone = visitor.timeZone();
        LocalDate from = LocalDate.ofInstant(busy.window().start(), zone);
        LocalDate to = LocalDate.ofInstant(busy.window().end(), zone).plusDays(1);
        for (LocalDate night : ledger.full(visitor.id(), units, from, to)) {
            busy.add(
                    BusyTimes.Kind.BUSY,
                    night.atStartOfDay(zone).toInstant(),
                    night.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** Open sides end where CALDAV:min-date-time and CALDAV:max-date-time are. */
    private static TimeRange closed(TimeRange range) {
        @Nullable Instant start = range.start();
        @Nullable Instant end = range.end();
        return new TimeRange(start == null ? TimeRange.EARLIEST : start, end == null ? TimeRange.LATEST : end);
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
        writer.raw(
                "UID",
                "%s%d-%d@roomnight".formatted(asked.path().href(), seconds(window.start()), seconds(window.end())));
        writer.utc("DTSTAMP", window.start());
        writer.utc("DTSTART", window.start());
        writer.utc("DTEND", window.end());
        for (BusyTimes.Kind kind : BusyTimes.Kind.values()) {
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
