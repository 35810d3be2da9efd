package org.roomnight.caldav;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.PropRequest;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.ShownText;

/**
 * GET of a calendar: all its entries in one iCalendar, as most servers give it and subscribers read it. Its entity tag is
 * the calendar's own, so that asking again costs nothing; it is gathered within {@link SpooledOctets#MAX_OCTETS}.
 */
final class CalendarGet {

    private static final PropRequest TAG = new PropRequest.Some(List.of(CollectionTagProperty.NAME), null);

    private final CalendarObjects objects;
    private final Scenes scenes;

    CalendarGet(CalendarObjects objects, Scenes scenes) {
        this.objects = objects;
        this.scenes = scenes;
    }

    DavAnswer answer(DavCall call, DavResource.Calendar calendar) {
        return objects.together(() -> {
            ZonesWanted zones = ZonesWanted.of(call.headers().timeZones());
            String tag = CollectionTagProperty.tag(calendar, scenes.of(call, TAG, List.of(calendar)));
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("ETag", '"' + tag + '"');
            headers.put("Vary", ZonesWanted.HEADER);
            EntityTagCondition.checkMatch(call.headers(), tag);
            String noneMatch = call.headers().ifNoneMatch();
            if (noneMatch != null && EntityTagCondition.weaklyNames(noneMatch, tag)) {
                return new DavAnswer(304, headers, new byte[0]);
            }
            headers.put("Content-Type", "text/calendar; charset=utf-8");
            return new DavAnswer(200, headers, SpooledOctets.gather(out -> write(call, calendar, zones, out)));
        });
    }

    private void write(DavCall call, DavResource.Calendar calendar, ZonesWanted zones, OutputStream out) {
        ContentLineWriter head = new ContentLineWriter();
        head.begin("VCALENDAR").raw("VERSION", "2.0").raw("PRODID", "-//Roomnight//Roomnight 1//EN");
        String title = ShownText.line(calendar.facts().title());
        head.text("NAME", title).text("X-WR-CALNAME", title);
        write(out, head);
        Set<String> defined = new HashSet<>();
        objects.each(call.visitor().id(), calendar.facts().key(), Window.FIRST_DAY, Window.LAST_DAY, object -> {
            Deadline.check();
            write(out, components(object, zones, defined));
        });
        write(out, new ContentLineWriter().end("VCALENDAR"));
    }

    /** What is inside of an entry, but for zones that an entry before has brought already. */
    private static ContentLineWriter components(CalendarObject object, ZonesWanted zones, Set<String> defined) {
        ContentLineWriter writer = new ContentLineWriter();
        StoredCalendars.read(object).map(zones::in).map(Component::components).stream()
                .flatMap(List::stream)
                .filter(part -> !part.name().equals("VTIMEZONE")
                        || defined.add(part.text("TZID").orElse("")))
                .forEach(writer::component);
        return writer;
    }

    private static void write(OutputStream out, ContentLineWriter lines) {
        try {
            out.write(lines.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it throws refusals of its own
        }
    }
}
