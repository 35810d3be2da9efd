package org.roomnight.caldav.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.property.CalendarZone;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.Report.CalendarQuery;
import org.roomnight.inventory.Property;

/**
 * CALDAV:calendar-query (RFC 4791 §7.8). Without a Depth header all that is inside is searched: programs that leave it out
 * mean that, and other servers do so; RFC 3253 §3.6 takes it for Depth: 0, which finds nothing in any calendar.
 */
public final class CalendarQueryReport {

    private final ReportTools tools;

    public CalendarQueryReport(ReportTools tools) {
        this.tools = tools;
    }

    public DavAnswer answer(DavCall call, DavResource asked, CalendarQuery query) {
        Optional<ZoneId> wanted = Optional.ofNullable(query.zone()).flatMap(CalendarZone::of);
        List<DavResource.Entry> found = search(call, asked, query, wanted);
        int most = query.limit() == null ? Integer.MAX_VALUE : query.limit();
        return tools.multistatus(call, answer -> {
            answer.resources(query.properties(), found.size() > most ? found.subList(0, most) : found, wanted);
            if (found.size() > most) {
                answer.truncated(asked);
            }
        });
    }

    private List<DavResource.Entry> search(
            DavCall call, DavResource asked, CalendarQuery query, Optional<ZoneId> wanted) {
        Property visitor = call.visitor();
        if (asked instanceof DavResource.Entry entry) {
            CalendarObject object = entry.content();
            ZoneId zone = wanted.orElseGet(() -> tools.contexts().zone(visitor, entry.calendar()));
            boolean matches = object != null && new QuerySearch(tools.objects(), query.filter(), zone).matches(object);
            return matches ? List.of(entry) : List.of();
        }
        FoundEntries found = new FoundEntries();
        for (DavResource.Calendar calendar : calendars(call, asked)) {
            ZoneId zone = wanted.orElseGet(() -> tools.contexts().zone(visitor, calendar.facts()));
            new QuerySearch(tools.objects(), query.filter(), zone)
                    .in(visitor.id(), calendar.facts(), object -> found.add(calendar, object));
        }
        return found.list();
    }

    /** Those whose members the request reaches. */
    private List<DavResource.Calendar> calendars(DavCall call, DavResource asked) {
        DavCall.Depth depth = call.depth(DavCall.Depth.INFINITY);
        if (asked instanceof DavResource.Calendar calendar) {
            return depth == DavCall.Depth.ZERO ? List.of() : List.of(calendar);
        }
        return depth == DavCall.Depth.INFINITY ? inside(call.visitor(), asked) : List.of();
    }

    private List<DavResource.Calendar> inside(Property visitor, DavResource home) {
        return tools.tree().children(visitor, home).stream()
                .flatMap(child -> child instanceof DavResource.Calendar calendar ? Stream.of(calendar) : Stream.empty())
                .toList();
    }
}
