package org.roomnight.caldav;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.Property;

/** COPY and MOVE (RFC 4918 §9.8, §9.9) of entries between calendars, and of calendars that staff made. */
final class Transfer implements DavMethod {

    /** Whether the source stays. */
    enum Source {
        STAYS("COPY"),
        GOES("MOVE");

        private final String method;

        Source(String method) {
            this.method = method;
        }
    }

    private final Source source;
    private final DavTree tree;
    private final CalendarObjects objects;
    private final StaffCalendars staff;
    private final Entries entries;

    Transfer(Source source, DavTree tree, CalendarObjects objects, StaffCalendars staff, Entries entries) {
        this.source = source;
        this.tree = tree;
        this.objects = objects;
        this.staff = staff;
        this.entries = entries;
    }

    @Override
    public String name() {
        return source.method;
    }

    @Override
    public boolean safe() {
        return false;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        DavPath to = Destination.of(call);
        boolean overwrite = call.overwrite();
        Property visitor = call.visitor();
        boolean replaced = entries.together(visitor, () -> {
            DavResource from = tree.find(visitor, call.path()).orElseThrow(Refused::notFound);
            if (to.owner().filter(owner -> !owner.equals(visitor.id().value())).isPresent()) {
                throw Refused.status(403, "The destination is not in your account.");
            }
            if (to.equals(from.path())) {
                throw Refused.status(403, "Source and destination are the same.");
            }
            return switch (from) {
                case DavResource.Entry entry
                when to instanceof DavPath.Member member -> entry(call, entry, member, overwrite);
                case DavResource.Calendar calendar
                when to instanceof DavPath.Calendar path -> calendar(call, calendar, path, overwrite);
                case DavResource.Calendar _
                when to instanceof DavPath.Member ->
                    throw Refused.forbidden(
                            Names.caldav("calendar-collection-location-ok"), "A calendar cannot be inside a calendar.");
                default -> throw Refused.status(403, "This cannot be copied or moved there.");
            };
        });
        return replaced ? DavAnswer.empty(204) : new DavAnswer(201, Map.of("Location", to.href()), new byte[0]);
    }

    private boolean entry(DavCall call, DavResource.Entry from, DavPath.Member to, boolean overwrite) {
        Property visitor = call.visitor();
        CalendarObject source = objects.find(
                        visitor.id(), from.calendar().key(), from.facts().name())
                .orElseThrow(Refused::notFound);
        EntityTagCondition.check(call, source.etag());
        CalendarCollection calendar = tree.calendar(visitor, new DavPath.Calendar(to.property(), to.calendar()))
                .orElseThrow(() -> Refused.status(409, "The calendar of the destination does not exist."))
                .facts();
        Optional<CalendarObject> there = entries.writable(visitor, calendar, to.name());
        refuseUnlessOverwriting(there.isPresent(), overwrite);
        there.ifPresent(old -> entries.remove(visitor, calendar, old));
        entries.copyProperties(visitor, from.calendar(), source.name(), calendar, to.name());
        if (goes()) {
            entries.writable(visitor, from.calendar(), source.name());
            entries.remove(visitor, from.calendar(), source);
        }
        entries.put(visitor, calendar, to.name(), entries.read(visitor, source.octets()), Optional.empty());
        return there.isPresent();
    }

    private boolean goes() {
        return source == Source.GOES;
    }

    private static void refuseUnlessOverwriting(boolean exists, boolean overwrite) {
        if (exists && !overwrite) {
            throw Refused.status(412, "There is something at the destination already.");
        }
    }

    private boolean calendar(DavCall call, DavResource.Calendar from, DavPath.Calendar to, boolean overwrite) {
        Property visitor = call.visitor();
        requireStaff(from.facts());
        IfHeader.check(call.headers().ifHeader(), null);
        Optional<CalendarCollection> there = tree.calendar(visitor, to).map(DavResource.Calendar::facts);
        refuseUnlessOverwriting(there.isPresent(), overwrite);
        there.ifPresent(old -> {
            requireStaff(old);
            entries.remove(visitor, old);
        });
        boolean deep = goes() || call.depth(DavCall.Depth.INFINITY) != DavCall.Depth.ZERO;
        List<CalendarObject> inside = deep ? entries.all(visitor, from.facts()) : List.of();
        CalendarCollection made =
                staff.create(visitor.id(), to.name(), from.facts().components());
        entries.copyProperties(visitor, from.facts(), made);
        inside.forEach(one -> {
            staff.put(visitor.id(), made.key(), one);
            entries.copyProperties(visitor, from.facts(), one.name(), made, one.name());
        });
        if (goes()) {
            entries.remove(visitor, from.facts());
        }
        return there.isPresent();
    }

    private static void requireStaff(CalendarCollection calendar) {
        if (!(calendar.kind() instanceof Kind.Staff)) {
            throw Refused.readOnly("Only calendars that were made in a calendar program can be copied or moved.");
        }
    }
}
