package org.roomnight.caldav.method;

import java.util.Map;
import java.util.Optional;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.Privileges;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.BulkChanges;
import org.roomnight.calendar.BulkChanges.Copy;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.Property;

/**
 * COPY and MOVE of calendars that staff made (RFC 4918 §9.8.3, §9.9.2). The entries of a copy are written in short steps,
 * and the copy takes its place, and that of a calendar it overwrites, at once when all are there.
 */
public final class CalendarTransfer {

    private final CalendarObjects objects;
    private final DavTree tree;
    private final EntryWrites entries;
    private final Conditions conditions;
    private final NewCalendars newCalendars;
    private final BulkChanges bulk;
    private final RequestLimiter limiter;

    public CalendarTransfer(
            CalendarObjects objects,
            DavTree tree,
            EntryWrites entries,
            Conditions conditions,
            NewCalendars newCalendars,
            BulkChanges bulk,
            RequestLimiter limiter) {
        this.objects = objects;
        this.tree = tree;
        this.entries = entries;
        this.conditions = conditions;
        this.newCalendars = newCalendars;
        this.bulk = bulk;
        this.limiter = limiter;
    }

    /** What was found when the write that needs it began; {@code over} is at the destination. */
    private record Found(CalendarCollection from, String name, Optional<CalendarCollection> over) {}

    /** Answers whether something was overwritten. */
    boolean run(Transfer.Source source, DavCall call, DavPath to) {
        Optional<CalendarCollection> over = switch (source) {
            case GOES -> entries.together(call.visitor(), () -> move(call, to));
            case STAYS -> limiter.run(call.visitor(), () -> copy(call, to));
        };
        over.ifPresent(old -> bulk.remove(call.visitor().id(), old.key()));
        return over.isPresent();
    }

    private Optional<CalendarCollection> move(DavCall call, DavPath to) {
        if (call.depth(DavCall.Depth.INFINITY) != DavCall.Depth.INFINITY) {
            throw partly();
        }
        Found found = find(call, to);
        found.over().ifPresent(old -> bulk.unlink(call.visitor().id(), old));
        entries.rename(call.visitor(), found.from(), found.name());
        return found.over();
    }

    private Optional<CalendarCollection> copy(DavCall call, DavPath to) {
        Property visitor = call.visitor();
        DavCall.Depth depth = call.depth(DavCall.Depth.INFINITY);
        if (depth == DavCall.Depth.ONE) {
            throw partly();
        }
        if (depth == DavCall.Depth.ZERO) {
            return entries.together(visitor, () -> {
                Found found = findNumbered(call, to);
                bulk.refusalOfEmpty(visitor.id(), found.from()).ifPresent(EntryWrites::refuseOverQuota);
                return finish(call, bulk.begin(visitor.id(), found.from()), found);
            });
        }
        Copy copy = entries.together(
                visitor, () -> bulk.begin(visitor.id(), findWithRoom(call, to).from()));
        boolean finished = false;
        try {
            bulk.fill(copy);
            Optional<CalendarCollection> over = entries.together(visitor, () -> {
                Found found = findWithRoom(call, to);
                if (!found.from().equals(copy.from()) || !bulk.catchUp(copy)) {
                    throw changedMeanwhile();
                }
                return finish(call, copy, found);
            });
            finished = true;
            return over;
        } finally {
            if (!finished) {
                bulk.remove(visitor.id(), copy.made());
            }
        }
    }

    private Optional<CalendarCollection> finish(DavCall call, Copy copy, Found found) {
        found.over().ifPresent(old -> bulk.unlink(call.visitor().id(), old));
        bulk.finish(copy, found.name());
        return found.over();
    }

    private Found findWithRoom(DavCall call, DavPath to) {
        Property visitor = call.visitor();
        Found found = findNumbered(call, to);
        bulk.refusal(visitor.id(), found.from(), found.over()).ifPresent(EntryWrites::refuseOverQuota);
        return found;
    }

    private Found findNumbered(DavCall call, DavPath to) {
        Found found = find(call, to);
        if (found.over().isEmpty()) {
            newCalendars.checkNumber(objects.calendars(call.visitor().id()));
        }
        return found;
    }

    private Found find(DavCall call, DavPath to) {
        Property visitor = call.visitor();
        DavResource from = tree.find(visitor, call.path()).orElseThrow(Refused::notFound);
        Transfer.checkDestination(call, from, to);
        if (!(from instanceof DavResource.Calendar calendar)) {
            throw Transfer.elsewhere();
        }
        DavPath.Calendar place = switch (to) {
            case DavPath.Calendar path -> path;
            case DavPath.Member _ ->
                throw Refused.forbidden(
                        Names.caldav("calendar-collection-location-ok"), "A calendar cannot be inside a calendar.");
            default -> throw Transfer.elsewhere();
        };
        requireStaff(calendar.facts(), calendar.path());
        conditions.check(call, calendar);
        Optional<CalendarCollection> over = tree.calendar(visitor, place).map(DavResource.Calendar::facts);
        Transfer.refuseUnlessOverwriting(call, over.isPresent());
        over.ifPresent(old -> requireStaff(old, place));
        return new Found(calendar.facts(), place.name(), over);
    }

    /** RFC 4918 §9.8.3 and §9.9.2: a copy may leave the members out, a move takes them along. */
    private static Refused partly() {
        return Refused.badRequest(
                "A calendar is moved with all its entries, and copied with all or, at Depth: 0, none.");
    }

    private static Refused changedMeanwhile() {
        return new Refused(
                new DavRefusal(
                        503, null, "The calendar changed while it was copied, and nothing was copied. Ask again."),
                Map.of("Retry-After", "1"));
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
