package org.roomnight.caldav.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.property.CalendarDataProperty;
import org.roomnight.caldav.property.SyncTokens;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.CalendarObjects.Volume;
import org.roomnight.calquery.Window;
import org.roomnight.davxml.CalendarData.Recurrences;
import org.roomnight.davxml.Filter.CompFilter;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.Report;
import org.roomnight.davxml.Report.ExpandProperty.Expanded;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.PropertyId;

/**
 * Estimates what a request will cost before it is answered, in octets that have to be copied: an octet of iCalendar that
 * has to be read counts eight times, and a line of a listing as much as its XML and the look-up behind it.
 */
public final class RequestCost {

    /** Above it a question is costly: some 4,000 lines of a listing, or 1 MiB of entries to be searched; a tenth of a second. */
    static final long COSTLY = 8L * 1024 * 1024;

    private static final int LINE = 2 * 1024;

    /** One of the hrefs of a multiget, which is looked up by itself. */
    private static final int HREF = 8 * 1024;

    private static final int READING = 8;

    /** A series is gone through from its start. */
    private static final int SERIES = 64 * 1024;

    private static final int STAY = 1024;

    /** A room stay and a line for each are costly beyond. */
    private static final int COUNTED = (int) (COSTLY / LINE) + 1;

    private static final int DAYS_OF_A_YEAR = 365;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final CalendarObjects objects;
    private final DavTree tree;
    private final SyncTokens tokens;

    public RequestCost(CalendarObjects objects, DavTree tree) {
        this.objects = objects;
        this.tree = tree;
        this.tokens = new SyncTokens(objects);
    }

    /** Of a PROPFIND that reaches inside a resource. */
    public long ofListing(DavCall call, PropRequest asked) {
        return objects.together(() -> {
            PropertyId property = call.visitor().id();
            long properties =
                    asked instanceof PropRequest.All ? objects.holding(property).propertyOctets() : 0;
            List<DavResource.Calendar> own = call.path() instanceof DavPath.Calendar ? calendars(call) : List.of();
            return own.stream()
                            .mapToLong(calendar -> LINE * lines(property, calendar.facts()))
                            .sum()
                    + READING * properties;
        });
    }

    /** Of a calendar with all that is in it. */
    public long ofWhole(DavCall call) {
        PropertyId property = call.visitor().id();
        return objects.together(() -> calendars(call).stream()
                .mapToLong(calendar -> {
                    Volume entries =
                            objects.holding(property, calendar.facts().key()).volume();
                    long stays = objects.stays(property, calendar.facts().key(), COUNTED);
                    return READING * (entries.octets() + STAY * stays) + LINE * (entries.entries() + stays);
                })
                .sum());
    }

    public long of(DavCall call, Report report) {
        return switch (report) {
            case Report.CalendarQuery query -> objects.together(() -> query(call, query));
            case Report.CalendarMultiget multiget -> objects.together(() -> multiget(call, multiget));
            case Report.FreeBusyQuery busy -> objects.together(() -> freeBusy(call, Window.of(busy.range())));
            case Report.SyncCollection sync -> objects.together(() -> sync(call, sync));
            case Report.ExpandProperty expand -> LINE * nodes(expand.properties()) * resources(call);
            case Report.PrincipalPropertySearch _,
                    Report.PrincipalSearchPropertySet _,
                    Report.PrincipalMatch _,
                    Report.AclPrincipalPropSet _ -> 0;
        };
    }

    /** The calendars that a question is about: one, or all of a home. */
    private List<DavResource.Calendar> calendars(DavCall call) {
        return switch (call.path()) {
            case DavPath.Calendar path ->
                tree.calendar(call.visitor(), path).stream().toList();
            case DavPath.Home home
            when home.property().equals(call.visitor().id().value()) ->
                tree.children(call.visitor(), new DavResource.Home(home)).stream()
                        .flatMap(child ->
                                child instanceof DavResource.Calendar calendar ? Stream.of(calendar) : Stream.empty())
                        .toList();
            case DavPath.Home _,
                    DavPath.Member _,
                    DavPath.Site _,
                    DavPath.Root _,
                    DavPath.Principals _,
                    DavPath.Principal _,
                    DavPath.Homes _,
                    DavPath.Nowhere _ -> List.of();
        };
    }

    private long lines(PropertyId property, CalendarCollection calendar) {
        return objects.holding(property, calendar.key()).entries() + objects.stays(property, calendar.key(), COUNTED);
    }

    private long query(DavCall call, Report.CalendarQuery query) {
        Property visitor = call.visitor();
        Window days = QuerySearch.days(query.filter());
        int factor = (reads(query.filter()) ? READING : 1) + content(query.properties());
        return calendars(call).stream()
                .mapToLong(calendar -> search(visitor.id(), calendar.facts(), days, factor))
                .sum();
    }

    /** Whether objects have to be read to know whether they match. */
    private static boolean reads(CompFilter filter) {
        return !filter.properties().isEmpty()
                || filter.components().stream()
                        .anyMatch(inner -> reads(inner) || !inner.components().isEmpty());
    }

    private static int content(PropRequest asked) {
        if (!CalendarDataProperty.isAsked(asked)) {
            return 0;
        }
        boolean instances = asked instanceof PropRequest.Some some
                && some.calendarData()
                        .filter(data -> data.recurrences() instanceof Recurrences.Expand)
                        .isPresent();
        return instances ? 2 * READING : 1;
    }

    private long search(PropertyId property, CalendarCollection calendar, Window window, int factor) {
        LocalDate from = window.from(Duration.ZERO);
        LocalDate to = window.until(Duration.ZERO);
        boolean all = from.equals(FIRST) || to.equals(LAST);
        Volume entries = all
                ? objects.holding(property, calendar.key()).volume()
                : objects.entries(property, calendar.key(), from, to, COUNTED);
        long stays = all
                ? objects.stays(property, calendar.key(), COUNTED)
                : Math.min(
                        objects.stays(property, calendar.key(), COUNTED), objects.stays(property, from, to, COUNTED));
        long series = objects.recurring(property, calendar.key(), COUNTED);
        return factor * entries.octets() + entries.entries() * LINE + stays * (LINE + factor * STAY) + series * SERIES;
    }

    private long multiget(DavCall call, Report.CalendarMultiget multiget) {
        long hrefs = multiget.hrefs().size();
        int factor = content(multiget.properties());
        long content = factor == 0
                ? 0
                : calendars(call).stream()
                        .mapToLong(calendar -> average(call.visitor().id(), calendar.facts()))
                        .max()
                        .orElse(0);
        return hrefs * (HREF + factor * content);
    }

    private long average(PropertyId property, CalendarCollection calendar) {
        Volume volume = objects.holding(property, calendar.key()).volume();
        return volume.entries() == 0 ? STAY : volume.octets() / volume.entries();
    }

    private long freeBusy(DavCall call, Window window) {
        LocalDate from = window.from(Duration.ZERO);
        LocalDate to = window.until(Duration.ZERO);
        long years = 1 + ChronoUnit.DAYS.between(from, to) / DAYS_OF_A_YEAR;
        if (!(call.path() instanceof DavPath.Calendar)) {
            return years * LINE * DAYS_OF_A_YEAR; // of a home: one aggregate over its nights
        }
        PropertyId property = call.visitor().id();
        return calendars(call).stream()
                .mapToLong(calendar -> search(property, calendar.facts(), window, READING)
                        + years
                                * SERIES
                                * objects.recurring(property, calendar.facts().key(), COUNTED))
                .sum();
    }

    private long sync(DavCall call, Report.SyncCollection sync) {
        PropertyId property = call.visitor().id();
        return calendars(call).stream()
                .mapToLong(calendar -> {
                    CalendarCollection facts = calendar.facts();
                    long lines = sync.token().isEmpty()
                            ? lines(property, facts)
                            : objects.countChanges(
                                    property,
                                    facts.key(),
                                    tokens.parse(call.visitor(), facts, sync.token())
                                            .changes(),
                                    COUNTED);
                    return lines * (LINE + content(sync.properties()) * average(property, facts));
                })
                .sum();
    }

    private static long nodes(List<Expanded> wanted) {
        return wanted.stream().mapToLong(one -> 1 + nodes(one.properties())).sum();
    }

    /** A home has about so many calendars; anything else is asked by itself. */
    private static long resources(DavCall call) {
        return call.depth(DavCall.Depth.ZERO) == DavCall.Depth.ZERO ? 1 : 100;
    }
}
