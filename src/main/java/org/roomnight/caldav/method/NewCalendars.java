package org.roomnight.caldav.method;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.PropertyChangeResult;
import org.roomnight.caldav.property.PropertyChanges;
import org.roomnight.caldav.property.ResourceTypeProperty;
import org.roomnight.caldav.property.SupportedCalendarComponentSetProperty;
import org.roomnight.caldav.tree.AllowedMethods;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.Collection;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropertyUpdate.Change;
import org.roomnight.inventory.Property;

/** Makes calendars of staff with all their properties, or not at all (RFC 4791 §5.3.1, RFC 5689 §3). */
public final class NewCalendars {

    private static final Set<QName> FIXED =
            Set.of(SupportedCalendarComponentSetProperty.NAME, ResourceTypeProperty.NAME);
    private static final List<String> COMPONENTS = List.of("VEVENT", "VTODO");

    private final DavTree tree;
    private final CalendarObjects objects;
    private final StaffCalendars staffCalendars;
    private final PropertyChanges properties;

    public NewCalendars(
            DavTree tree, CalendarObjects objects, StaffCalendars staffCalendars, PropertyChanges properties) {
        this.tree = tree;
        this.objects = objects;
        this.staffCalendars = staffCalendars;
        this.properties = properties;
    }

    /** Refuses a place where no calendar can be made, whatever is asked of it. */
    void checkPlace(DavCall call) {
        objects.together(() -> {
            DavPath.Calendar path = place(call);
            checkFree(call, path);
            return path;
        });
    }

    /** Makes the calendar unless a property cannot be set, which the answer says; refuses what has no property. */
    PropertyChangeResult make(DavCall call, List<Element> wanted) {
        Property visitor = call.visitor();
        DavPath.Calendar path = place(call);
        List<String> components = components(wanted);
        List<Change> changes = wanted.stream()
                .filter(property -> !FIXED.contains(property.name()))
                .<Change>map(Change.Set::new)
                .toList();
        return staffCalendars.together(visitor.id(), () -> {
            checkFree(call, path);
            PropertyChangeResult result = check(visitor, path, components, changes);
            if (result.allowed()) {
                CalendarCollection made = staffCalendars.create(visitor.id(), path.name(), components);
                properties.keep(visitor.id(), new DavResource.Calendar(path, made), changes);
            }
            return result;
        });
    }

    /** The path as that of a calendar in the visitor's own home. */
    private DavPath.Calendar place(DavCall call) {
        Property visitor = call.visitor();
        DavPath path = call.path();
        return switch (path) {
            case DavPath.Calendar calendar
            when calendar.property().equals(visitor.id().value()) -> calendar;
            case DavPath.Calendar _ -> throw Refused.notFound();
            case DavPath.Member(var property, String parent, String _) -> {
                tree.find(visitor, path).ifPresent(_ -> {
                    throw exists(call);
                });
                throw inside(visitor, new DavPath.Calendar(property, parent));
            }
            case DavPath.Nowhere _ -> throw elsewhere();
            case DavPath.Site _, DavPath.Root _, DavPath.Principals _, DavPath.Homes _ -> throw exists(call);
            case DavPath.Principal _, DavPath.Home _ ->
                throw tree.find(visitor, path).isPresent() ? exists(call) : Refused.notFound();
        };
    }

    /** Calendars are not nested (RFC 4791 §4.2). */
    private Refused inside(Property visitor, DavPath.Calendar parent) {
        if (!parent.property().equals(visitor.id().value())) {
            return Refused.notFound();
        }
        return tree.calendar(visitor, parent).isPresent()
                ? elsewhere()
                : Refused.status(409, "The collection in which this is to be made is not there.");
    }

    private static Refused elsewhere() {
        return Refused.forbidden(
                Names.caldav("calendar-collection-location-ok"), "Make calendars directly in your calendar home.");
    }

    /** For MKCALENDAR a precondition (RFC 4791 §1.3, §5.3.1.1); MKCOL has 405 for it (RFC 4918 §9.3.1). */
    private static Refused exists(DavCall call) {
        boolean calendar = call.method().equals("MKCALENDAR");
        return new Refused(
                new DavRefusal(
                        calendar ? 403 : 405,
                        Names.dav("resource-must-be-null"),
                        "There is something of this name already."),
                calendar ? Map.of() : Map.of("Allow", AllowedMethods.header(call.path())));
    }

    private void checkFree(DavCall call, DavPath.Calendar path) {
        List<CalendarCollection> calendars = objects.calendars(call.visitor().id());
        if (calendars.stream().anyMatch(calendar -> calendar.name().equals(path.name()))) {
            throw exists(call);
        }
        checkNumber(calendars);
    }

    /** Refuses with 507 to add another one to these. */
    void checkNumber(List<CalendarCollection> calendars) {
        long made = calendars.stream()
                .filter(calendar -> calendar.kind() instanceof CalendarCollection.Kind.Staff)
                .count();
        if (made >= staffCalendars.maxCalendars()) {
            throw new Refused(PropertyChanges.overQuota(
                    "There are as many calendars as one property can have; delete one first."));
        }
    }

    /** Events and tasks, unless the client wants one of them only. */
    private static List<String> components(List<Element> wanted) {
        List<Element> sets = wanted.stream()
                .filter(property -> property.name().equals(SupportedCalendarComponentSetProperty.NAME))
                .toList();
        if (sets.isEmpty()) {
            return COMPONENTS;
        }
        Set<String> components = new TreeSet<>();
        for (Element component : sets.getLast().children()) {
            components.add(component.attribute("name").orElse("").toUpperCase(Locale.ROOT));
        }
        if (components.isEmpty() || !COMPONENTS.containsAll(components)) {
            throw Refused.forbidden(
                    Names.caldav("supported-calendar-component"),
                    "Calendars here take events (VEVENT), tasks (VTODO), or both.");
        }
        return List.copyOf(components);
    }

    private PropertyChangeResult check(
            Property visitor, DavPath.Calendar path, List<String> components, List<Change> changes) {
        CalendarCollection planned = new CalendarCollection(
                new Collection(""), path.name(), new CalendarCollection.Kind.Staff(), path.name(), null, components);
        PropertyChangeResult result = properties.check(visitor.id(), new DavResource.Calendar(path, planned), changes);
        for (DavRefusal problem : result.problems()) {
            if (problem.precondition() != null
                    && problem.precondition().getNamespaceURI().equals(Names.CALDAV)) {
                throw new Refused(problem); // a precondition of the method itself
            }
        }
        return result;
    }
}
