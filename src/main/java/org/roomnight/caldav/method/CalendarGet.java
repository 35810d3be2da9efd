package org.roomnight.caldav.method;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.SpooledOctets;
import org.roomnight.caldav.exchange.YieldPoint;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.caldav.property.GetCtagProperty;
import org.roomnight.caldav.property.RenderContexts;
import org.roomnight.caldav.property.StoredCalendars;
import org.roomnight.caldav.report.RequestCost;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calquery.Window;
import org.roomnight.davxml.PropRequest;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.kernel.ShownText;

/**
 * GET of a calendar: all its entries in one iCalendar, as most servers give it and subscribers read it. Its entity tag is
 * the calendar's own, so that asking again costs nothing; it is gathered within {@link SpooledOctets#MAX_OCTETS}.
 */
public final class CalendarGet {

    private static final PropRequest TAG = new PropRequest.Some(List.of(GetCtagProperty.NAME), null);

    private final CalendarObjects objects;
    private final DavTree tree;
    private final RenderContexts contexts;
    private final RequestLimiter limiter;
    private final RequestCost cost;

    public CalendarGet(CalendarObjects objects, DavTree tree, RenderContexts contexts, RequestLimiter limiter) {
        this.objects = objects;
        this.tree = tree;
        this.contexts = contexts;
        this.limiter = limiter;
        this.cost = new RequestCost(objects, tree);
    }

    /** The answer without the calendar when the client has it already, which costs no more than its tag. */
    public DavAnswer answer(DavCall call, DavPath.Calendar path) {
        return objects.together(() -> known(call, find(call, path)))
                .orElseGet(() -> limiter.answer(
                        call.visitor(),
                        cost.ofWhole(call),
                        () -> objects.together(() -> whole(call, find(call, path)))));
    }

    /** In the snapshot that the answer is read from: a calendar that is gone by then is not an empty one. */
    private DavResource.Calendar find(DavCall call, DavPath.Calendar path) {
        return tree.calendar(call.visitor(), path).orElseThrow(Refused::notFound);
    }

    private Optional<DavAnswer> known(DavCall call, DavResource.Calendar calendar) {
        String tag = tag(call, calendar);
        EntityTagCondition.checkMatch(call.headers(), tag);
        String noneMatch = call.headers().ifNoneMatch();
        return noneMatch != null && EntityTagCondition.weaklyNames(noneMatch, tag)
                ? Optional.of(new DavAnswer(304, headers(tag), new byte[0]))
                : Optional.empty();
    }

    private DavAnswer whole(DavCall call, DavResource.Calendar calendar) {
        ZonesWanted zones = ZonesWanted.of(call.headers().timeZones());
        Map<String, String> headers = headers(tag(call, calendar));
        headers.put("Content-Type", "text/calendar; charset=utf-8");
        return new DavAnswer(200, headers, SpooledOctets.gather(out -> write(call, calendar, zones, out)));
    }

    private String tag(DavCall call, DavResource.Calendar calendar) {
        return GetCtagProperty.tag(calendar, contexts.of(call, TAG, List.of(calendar)));
    }

    private static Map<String, String> headers(String tag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", '"' + tag + '"');
        headers.put("Vary", ZonesWanted.HEADER);
        return headers;
    }

    private void write(DavCall call, DavResource.Calendar calendar, ZonesWanted zones, OutputStream out) {
        ContentLineWriter head = new ContentLineWriter();
        head.begin("VCALENDAR").raw("VERSION", "2.0").raw("PRODID", "-//Roomnight//Roomnight 1//EN");
        String title = ShownText.line(calendar.facts().title());
        head.text("NAME", title).text("X-WR-CALNAME", title);
        write(out, head);
        Set<String> defined = new HashSet<>();
        objects.each(call.visitor().id(), calendar.facts().key(), Window.FIRST_DAY, Window.LAST_DAY, object -> {
            YieldPoint.pass();
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
