package org.roomnight.caldav;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.Report.CalendarQuery;
import org.roomnight.ical.TimeZones;
import org.roomnight.inventory.Property;

/**
 * CALDAV:calendar-query (RFC 4791 §7.8). The Depth header counts as RFC 3253 §3.6 says: without it only the resource
 * itself is asked, and a calendar is searched with Depth: 1.
 */
final class CalendarQueryReport {

    private static final PropRequest ZONE = new PropRequest.Some(List.of(TimeZoneIdProperty.NAME), null);

    private final ReportTools tools;

    CalendarQueryReport(ReportTools tools) {
        this.tools = tools;
    }

    DavAnswer answer(DavCall call, DavResource asked, CalendarQuery query) {
        List<DavResource.Entry> found = search(call, asked, query);
        int most = query.limit() == null ? Integer.MAX_VALUE : query.limit();
        return tools.multistatus(call, answer -> {
            answer.resources(query.properties(), found.size() > most ? found.subList(0, most) : found);
            if (found.size() > most) {
                answer.truncated(asked);
            }
        });
    }

    private List<DavResource.Entry> search(DavCall call, DavResource asked, CalendarQuery query) {
        Property visitor = call.visitor();
        if (asked instanceof DavResource.Entry entry) {
            CalendarObject object = entry.content();
            ZoneId zone = query.zone() == null ? visitor.timeZone() : zone(query.zone());
            boolean matches = object != null && new QuerySearch(tools.objects(), query.filter(), zone).matches(object);
            return matches ? List.of(entry) : List.of();
        }
        FoundEntries found = new FoundEntries();
        for (DavResource.Calendar calendar : calendars(call, asked)) {
            new QuerySearch(tools.objects(), query.filter(), zone(visitor, calendar, query.zone()))
                    .in(visitor.id(), calendar.facts(), object -> found.add(calendar, object));
        }
        return found.list();
    }

    /** Those whose members the request reaches. */
    private List<DavResource.Calendar> calendars(DavCall call, DavResource asked) {
        DavCall.Depth depth = call.depth(DavCall.Depth.ZERO);
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

    private ZoneId zone(Property visitor, DavResource.Calendar calendar, @Nullable String wanted) {
        return wanted == null
                ? CalendarZone.of(calendar, tools.scenes().of(visitor, ZONE, List.of(calendar)))
                : zone(wanted);
    }

    private static ZoneId zone(String wanted) {
        return TimeZones.resolve(wanted)
                .orElseThrow(() -> Refused.forbidden(
                        Names.caldav("valid-timezone"), "The time zone is not known. Name one such as Europe/Berlin."));
    }
}
