package org.roomnight.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.roomnight.calendar.CalendarRows.Change;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.Database;

/** What staff write: calendars of their own, and entries there and in the calendars of the room types. */
public final class StaffCalendars {

    /** Entries of one calendar. */
    public static final int MAX_OBJECTS = 20_000;

    private final Database database;
    private final StaffRows rows;
    private final DavPropertyRows properties;
    private final CalendarRows log;
    private final CalendarChanges changes;
    private final IdentifierSource identifiers;
    private final Quotas quotas;
    private final QuotaCheck check;

    StaffCalendars(Database database, CalendarChanges changes, IdentifierSource identifiers, Quotas quotas) {
        this.database = database;
        this.rows = new StaffRows(database.jdbc());
        this.properties = new DavPropertyRows(database.jdbc());
        this.log = new CalendarRows(database.jdbc());
        this.changes = changes;
        this.identifiers = identifiers;
        this.quotas = quotas;
        this.check = new QuotaCheck(new CountRows(database.jdbc()), quotas);
    }

    /** Where an entry is. */
    public record Place(PropertyId property, Collection collection, String name) {

        /** Before all entries. */
        public static final Place FIRST = new Place(new PropertyId(new UUID(0, 0)), new Collection(""), "");
    }

    /** Runs several changes as one. */
    public <T> T together(PropertyId property, Supplier<T> work) {
        return database.transactions().write(property, work);
    }

    /** A new calendar; the caller has seen in this write that the name is free. */
    public CalendarCollection create(PropertyId property, String name, List<String> components) {
        return together(property, () -> {
            CalendarCollection calendar = new CalendarCollection(
                    new Collection(identifiers.next().toString()),
                    name,
                    new CalendarCollection.Kind.Staff(),
                    name,
                    null,
                    components);
            rows.insert(property, calendar, changes.raise(property));
            return calendar;
        });
    }

    /** The calendar has another name, which is free, and is otherwise the same. */
    public void rename(PropertyId property, CalendarCollection calendar, String name) {
        together(property, () -> {
            rows.renameCalendar(property, calendar.key(), name);
            return changes.raise(property);
        });
    }

    /** The entries of a room type that is gone are so too; clients hear of it if its identifier is used again. */
    void clear(PropertyId property, Collection collection) {
        together(property, () -> {
            Stamp stamp = changes.raise(property);
            log.removeAll(property, collection, stamp);
            rows.deleteEntries(property, collection);
            properties.removeTree(property, collection);
            return stamp;
        });
    }

    /** The names of the calendars that staff made. */
    Set<String> names(PropertyId property) {
        return database.transactions()
                .read(() -> rows.calendars(property).stream()
                        .map(CalendarCollection::name)
                        .collect(Collectors.toSet()));
    }

    /** The name under which a calendar has a UID already, stays too (RFC 4791 §5.3.2.1, no-uid-conflict). */
    public Optional<String> nameOf(PropertyId property, Collection collection, String uid) {
        return database.transactions()
                .read(() -> rows.nameOf(property, collection, uid)
                        .or(() -> StayEvent.nameOfUid(uid)
                                .filter(name -> log.objects(property, collection, List.of(name)).stream()
                                        .anyMatch(stay -> stay.uid().equals(uid)))));
    }

    /** Whether a stay of the property has this name; it may move into the calendar of any room type. */
    public boolean isStay(PropertyId property, String name) {
        return database.transactions().read(() -> log.find(property, name)).isPresent();
    }

    /** Whether a stay of the property has this UID, in any case of letters. */
    public boolean isStayUid(PropertyId property, String uid) {
        return StayEvent.nameOfUid(uid.strip().toLowerCase(Locale.ROOT))
                .filter(name -> isStay(property, name))
                .isPresent();
    }

    /** Events of all properties that recur, in a fixed order after a place. */
    public List<Place> recurring(Place after, int size) {
        return database.transactions().read(() -> rows.recurring(after, size));
    }

    /**
     * A block has taken more nights for an entry. Nothing changes for who reads the entry or its calendar; answers about
     * the whole property are not true any more.
     */
    public void carriedOn(PropertyId property, Place place, UUID block) {
        together(property, () -> {
            rows.setBlock(place, block);
            return changes.raise(property);
        });
    }

    /** Calendars that staff of one property may make. */
    public int maxCalendars() {
        return quotas.calendars();
    }

    /** Why an entry of so many octets cannot be stored under a name, in words for people; empty when it can. */
    public Optional<String> refusal(PropertyId property, Collection collection, String name, int octets) {
        return database.transactions().read(() -> {
            Optional<Integer> before = rows.size(property, collection, name);
            Holding more = Holding.ofEntries(before.isPresent() ? 0 : 1, octets - before.orElse(0));
            return check.refusal(property, collection, more);
        });
    }

    /** Writes an entry over what has its name. */
    public void put(PropertyId property, Collection collection, CalendarObject entry) {
        together(property, () -> {
            Stamp stamp = changes.raise(property);
            rows.save(property, collection, entry, stamp);
            log.log(property, List.of(new Change(collection, entry.name(), false)), stamp);
            return stamp;
        });
    }

    public void delete(PropertyId property, Collection collection, String name) {
        together(property, () -> {
            Stamp stamp = changes.raise(property);
            rows.delete(property, collection, name);
            properties.removeAll(property, collection.key() + "/" + name);
            log.log(property, List.of(new Change(collection, name, true)), stamp);
            return stamp;
        });
    }
}
