package org.roomnight.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.roomnight.calendar.BulkRows.Unlinked;
import org.roomnight.calendar.DavProperties.Size;
import org.roomnight.calendar.DavProperties.Wanted;
import org.roomnight.kernel.Deadline;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies and removes whole calendars in steps, each a short write of its own, so that nobody waits for all of it. Nothing
 * half done is seen: a copy is in a collection that no calendar has until it is whole, and a calendar that is deleted is
 * gone at once, while its entries go afterwards. What a crash leaves is removed by a chore.
 */
public final class BulkChanges {

    private static final Logger LOG = LoggerFactory.getLogger(BulkChanges.class);

    /** Longer than any request works, so that no copy in the making is taken for what a crash left. */
    static final Duration LEFT_BEHIND = Deadline.OF_REQUEST.multipliedBy(4);

    /** Holds nothing. */
    private static final Collection NEW = new Collection("");

    private final Database database;
    private final BulkRows rows;
    private final StaffRows staff;
    private final CalendarRows log;
    private final CountRows counts;
    private final DavPropertyRows properties;
    private final CalendarChanges changes;
    private final IdentifierSource identifiers;
    private final InstantSource clock;
    private final QuotaCheck check;

    BulkChanges(
            Database database,
            CalendarChanges changes,
            IdentifierSource identifiers,
            InstantSource clock,
            Quotas quotas) {
        this.database = database;
        this.rows = new BulkRows(database.jdbc());
        this.staff = new StaffRows(database.jdbc());
        this.log = new CalendarRows(database.jdbc());
        this.counts = new CountRows(database.jdbc());
        this.properties = new DavPropertyRows(database.jdbc());
        this.changes = changes;
        this.identifiers = identifiers;
        this.clock = clock;
        this.check = new QuotaCheck(counts, quotas);
    }

    /** Why a calendar cannot be copied, over another one or none, in words for people; empty when it can. */
    public Optional<String> refusal(PropertyId property, CalendarCollection from, Optional<CalendarCollection> over) {
        return database.transactions().read(() -> {
            Holding less = over.map(old -> counts.of(property, old.key())).orElse(Holding.NOTHING);
            return check.refusal(property, NEW, counts.of(property, from.key()).plus(less.negated()));
        });
    }

    /** The same of a copy without entries. */
    public Optional<String> refusalOfEmpty(PropertyId property, CalendarCollection from) {
        return database.transactions().read(() -> {
            long octets = properties.sizes(property, List.of(from.key().key()), new Wanted.All()).stream()
                    .mapToLong(Size::octets)
                    .sum();
            return check.refusal(property, NEW, Holding.ofProperties(0, octets));
        });
    }

    /** A copy that nobody sees yet, and what was known of its source when it was begun. */
    public record Copy(
            PropertyId property, CalendarCollection from, Collection made, Revision entries, Revision looks) {}

    /** Begins a copy; call it in the write that finds out whether there may be one. */
    public Copy begin(PropertyId property, CalendarCollection from) {
        Collection made = new Collection(identifiers.next().toString());
        rows.unlink(property, made, clock.millis());
        return new Copy(property, from, made, log.revision(property, from.key()), counts.looks(property, from.key()));
    }

    /** Copies the entries, one short write after the other. */
    public void fill(Copy copy) {
        String after = "";
        while (true) {
            Deadline.check();
            String last = after;
            List<String> part = database.transactions().write(copy.property(), () -> {
                List<String> names = rows.next(copy.property(), copy.from().key(), last);
                copyPart(copy, names);
                return names;
            });
            if (part.isEmpty()) {
                return;
            }
            after = part.getLast();
        }
    }

    private void copyPart(Copy copy, List<String> names) {
        if (!names.isEmpty()) {
            rows.copy(copy.property(), copy.from().key(), copy.made(), names, changes.raise(copy.property()));
        }
    }

    /**
     * Copies again what changed in the source since the copy was begun; call it in the write that finishes the copy. False
     * when that is more than one step, so that the copy is to be begun anew.
     */
    public boolean catchUp(Copy copy) {
        PropertyId property = copy.property();
        Collection from = copy.from().key();
        if (!counts.looks(property, from).equals(copy.looks())) {
            return false;
        }
        List<String> changed = log.changes(property, from, copy.entries(), BulkRows.MAX_ENTRIES + 1).stream()
                .map(CalendarObjects.Change::name)
                .toList();
        if (changed.size() > BulkRows.MAX_ENTRIES) {
            return false;
        }
        if (!changed.isEmpty()) {
            for (String name : changed) {
                staff.delete(property, copy.made(), name);
                properties.removeAll(property, copy.made().key() + "/" + name);
            }
            log.forget(property, copy.made(), changed);
            copyPart(copy, changed);
        }
        return true;
    }

    /** Makes the copy the calendar of a name that is free; call it in the write that sees to that. */
    public void finish(Copy copy, String name) {
        PropertyId property = copy.property();
        CalendarCollection calendar = new CalendarCollection(
                copy.made(),
                name,
                new CalendarCollection.Kind.Staff(),
                name,
                null,
                copy.from().components());
        rows.link(property, copy.made());
        properties.copy(property, copy.from().key().key(), copy.made().key());
        staff.insert(property, calendar, changes.raise(property));
    }

    /** The calendar is gone; call it in a write, and {@link #remove} with its key afterwards. */
    public void unlink(PropertyId property, CalendarCollection calendar) {
        staff.deleteCalendar(property, calendar.key());
        rows.unlink(property, calendar.key(), clock.millis());
        changes.raise(property);
    }

    /** Removes the entries of a collection that no calendar has, in steps; what remains after a failure is for the chore. */
    public void remove(PropertyId property, Collection collection) {
        try {
            boolean more = true;
            while (more) {
                more = database.transactions().write(property, () -> rows.removePart(property, collection));
            }
        } catch (StorageUnavailableException unavailable) {
            LOG.warn(
                    "event=calendar-not-removed property={} calendar={} reason={}",
                    property,
                    collection.key(),
                    unavailable.getMessage());
        }
    }

    /** Removes what requests that were cut off left behind. */
    public void removeLeftBehind() {
        long before = clock.instant().minus(LEFT_BEHIND).toEpochMilli();
        List<Unlinked> left = database.transactions().read(() -> rows.unlinked(before));
        left.forEach(one -> remove(one.property(), one.collection()));
    }
}
