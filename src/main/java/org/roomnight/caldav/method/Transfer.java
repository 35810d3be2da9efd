package org.roomnight.caldav.method;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.entry.StaffEntry;
import org.roomnight.inventory.Property;

/** COPY and MOVE (RFC 4918 §9.8, §9.9) of entries between calendars, and of calendars that staff made. */
public final class Transfer implements DavMethod {

    /** Whether the source stays. */
    public enum Source {
        STAYS("COPY"),
        GOES("MOVE");

        private final String method;

        Source(String method) {
            this.method = method;
        }
    }

    private final Source source;
    private final DavTree tree;
    private final EntryWrites entries;
    private final Conditions conditions;
    private final CalendarTransfer calendars;

    public Transfer(
            Source source, DavTree tree, EntryWrites entries, Conditions conditions, CalendarTransfer calendars) {
        this.source = source;
        this.tree = tree;
        this.entries = entries;
        this.conditions = conditions;
        this.calendars = calendars;
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
        Property visitor = call.visitor();
        boolean replaced = call.path() instanceof DavPath.Calendar
                ? calendars.run(source, call, to)
                : entries.together(visitor, () -> member(call, to));
        return replaced ? DavAnswer.empty(204) : new DavAnswer(201, Map.of("Location", call.href(to)), new byte[0]);
    }

    private boolean member(DavCall call, DavPath to) {
        DavResource from = tree.find(call.visitor(), call.path()).orElseThrow(Refused::notFound);
        checkDestination(call, from, to);
        if (from instanceof DavResource.Entry entry && to instanceof DavPath.Member member) {
            return entry(call, entry, member);
        }
        throw elsewhere();
    }

    static Refused elsewhere() {
        return Refused.status(403, "This cannot be copied or moved there.");
    }

    static void checkDestination(DavCall call, DavResource from, DavPath to) {
        UUID own = call.visitor().id().value();
        if (to.owner().filter(owner -> !owner.equals(own)).isPresent()) {
            throw Refused.status(403, "The destination is not in your account.");
        }
        if (to.equals(from.path())) {
            throw Refused.status(403, "Source and destination are the same.");
        }
    }

    private boolean entry(DavCall call, DavResource.Entry from, DavPath.Member to) {
        Property visitor = call.visitor();
        CalendarObject source = Optional.ofNullable(from.content()).orElseThrow(Refused::notFound);
        conditions.check(call, source.etag());
        CalendarCollection calendar = tree.calendar(visitor, new DavPath.Calendar(to.property(), to.calendar()))
                .orElseThrow(() -> Refused.status(409, "The calendar of the destination does not exist."))
                .facts();
        Optional<CalendarObject> there = entries.writable(visitor, calendar, to.name());
        refuseUnlessOverwriting(call, there.isPresent());
        StaffEntry entry = entries.read(visitor, source);
        there.ifPresent(old -> {
            entries.checkSameUid(visitor, calendar, old, source);
            entries.remove(visitor, calendar, old);
        });
        if (goes()) {
            entries.moveProperties(visitor, from, calendar, to.name());
            entries.writable(visitor, from.calendar(), source.name());
            entries.takeAway(visitor, from.calendar(), source);
            entries.checkNew(visitor, calendar, to.name());
        } else {
            entries.copyProperties(visitor, from, calendar, to.name());
        }
        entries.put(visitor, calendar, to.name(), entry, goes() ? Optional.of(source) : Optional.empty());
        return there.isPresent();
    }

    private boolean goes() {
        return source == Source.GOES;
    }

    /** RFC 4918 §10.6. */
    static void refuseUnlessOverwriting(DavCall call, boolean exists) {
        if (exists && !call.overwrite()) {
            throw Refused.status(412, "There is something at the destination already.");
        }
    }
}
