package org.roomnight.caldav;

import java.util.Map;
import java.util.Optional;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calendar.CalendarObject;
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
    private final Entries entries;
    private final Conditions conditions;

    Transfer(Source source, DavTree tree, Entries entries, Conditions conditions) {
        this.source = source;
        this.tree = tree;
        this.entries = entries;
        this.conditions = conditions;
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
        call.requireNoBody();
        DavPath to = call.addresses().destination(call.headers());
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
        return replaced ? DavAnswer.empty(204) : new DavAnswer(201, Map.of("Location", call.href(to)), new byte[0]);
    }

    private boolean entry(DavCall call, DavResource.Entry from, DavPath.Member to, boolean overwrite) {
        Property visitor = call.visitor();
        CalendarObject source = Optional.ofNullable(from.content()).orElseThrow(Refused::notFound);
        conditions.check(call, source.etag());
        CalendarCollection calendar = tree.calendar(visitor, new DavPath.Calendar(to.property(), to.calendar()))
                .orElseThrow(() -> Refused.status(409, "The calendar of the destination does not exist."))
                .facts();
        Optional<CalendarObject> there = entries.writable(visitor, calendar, to.name());
        refuseUnlessOverwriting(there.isPresent(), overwrite);
        there.ifPresent(old -> {
            entries.checkSameUid(visitor, calendar, old, source);
            entries.remove(visitor, calendar, old);
        });
        entries.copyProperties(visitor, from, calendar, to.name());
        if (goes()) {
            entries.writable(visitor, from.calendar(), source.name());
            entries.takeAway(visitor, from.calendar(), source);
            entries.checkNew(visitor, calendar, to.name());
        }
        StaffEntry entry = entries.read(visitor, source.octets());
        entries.put(visitor, calendar, to.name(), entry, goes() ? Optional.of(source) : Optional.empty());
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
        requireStaff(from.facts(), from.path());
        conditions.check(call, from);
        boolean reachesInside = reachesInside(call);
        Optional<CalendarCollection> there = tree.calendar(visitor, to).map(DavResource.Calendar::facts);
        refuseUnlessOverwriting(there.isPresent(), overwrite);
        there.ifPresent(old -> {
            requireStaff(old, to);
            entries.remove(visitor, old);
        });
        if (goes()) {
            entries.rename(visitor, from.facts(), to.name());
        } else {
            entries.copy(visitor, from.facts(), to.name(), reachesInside);
        }
        return there.isPresent();
    }

    /** RFC 4918 §9.8.3 and §9.9.2: a copy may leave the members out, a move takes them along. */
    private boolean reachesInside(DavCall call) {
        DavCall.Depth depth = call.depth(DavCall.Depth.INFINITY);
        if (depth == DavCall.Depth.ONE || (goes() && depth == DavCall.Depth.ZERO)) {
            throw Refused.badRequest(
                    "A calendar is moved with all its entries, and copied with all or, at Depth: 0, none.");
        }
        return depth == DavCall.Depth.INFINITY;
    }

    private static void requireStaff(CalendarCollection calendar, DavPath.Calendar path) {
        if (!(calendar.kind() instanceof Kind.Staff)) {
            throw Refused.readOnly(
                    path.parent(),
                    Privileges.UNBIND,
                    "Only calendars that were made in a calendar program can be copied or moved.");
        }
    }
}
