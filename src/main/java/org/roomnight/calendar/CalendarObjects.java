package org.roomnight.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.CalendarObject.Times;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.roomnight.storage.Database;
import org.roomnight.storage.RevisionRows;

/** The calendars of a property and their objects, as CalDAV sees them. Each call reads one snapshot. */
public final class CalendarObjects {

    /** The last change of one name in a collection; {@code removed} is a tombstone (RFC 6578 §3.5.2). */
    public record Change(String name, Revision revision, boolean removed) {}

    /**
     * What a listing tells of an object.
     *
     * @param length of the whole VCALENDAR, in octets
     * @param component VEVENT or VTODO
     * @param writable whether staff may change it
     */
    public record Member(String name, String etag, int length, String component, boolean writable, Times times) {

        /** Of one that is stored. */
        public static Member of(CalendarObject object) {
            return new Member(
                    object.name(),
                    object.etag(),
                    object.octets().length,
                    object.component(),
                    object.writable(),
                    Objects.requireNonNull(object.times()));
        }
    }

    /** How many entries and of how many octets. */
    public record Volume(long entries, long octets) {}

    private final Database database;
    private final CalendarRows stays;
    private final StaffRows staff;
    private final CountRows counts;
    private final VolumeRows volumes;
    private final RevisionRows revisions;
    private final RoomTypes roomTypes;

    CalendarObjects(Database database, RevisionRows revisions, RoomTypes roomTypes) {
        this.database = database;
        this.stays = new CalendarRows(database.jdbc());
        this.staff = new StaffRows(database.jdbc());
        this.counts = new CountRows(database.jdbc());
        this.volumes = new VolumeRows(database.jdbc());
        this.revisions = revisions;
        this.roomTypes = roomTypes;
    }

    /** Runs several looks on one snapshot. */
    public <T extends @Nullable Object> T together(Supplier<T> looks) {
        return database.transactions().read(looks);
    }

    /** The revision that every later change will exceed. */
    public Revision revision(PropertyId property) {
        return together(() -> revisions.current(property).map(Stamp::revision).orElse(Revision.NONE));
    }

    /** The last change of any member of a collection, also of one whose tombstone was forgotten. */
    public Revision revision(PropertyId property, Collection collection) {
        return together(() -> stays.revision(property, collection));
    }

    /**
     * All calendars: one for each room type by its name, those that staff made, and last the bookings, for programs write
     * into the first that they see.
     */
    public List<CalendarCollection> calendars(PropertyId property) {
        return together(() -> {
            List<CalendarCollection> calendars = new ArrayList<>();
            roomTypes.list(property).stream().map(CalendarCollection::of).forEach(calendars::add);
            calendars.addAll(staff.calendars(property));
            calendars.add(CalendarCollection.bookings());
            return calendars;
        });
    }

    /** The calendar that has this name among {@link #calendars}. */
    public Optional<CalendarCollection> calendar(PropertyId property, String name) {
        CalendarCollection bookings = CalendarCollection.bookings();
        if (bookings.name().equals(name)) {
            return Optional.of(bookings);
        }
        return together(() -> roomTypes
                .findBySlug(property, name)
                .map(CalendarCollection::of)
                .or(() -> staff.calendar(property, name)));
    }

    /** What tells a revision up to the current one from one of the same number that was lost by a restore. */
    public HistoryMark mark(PropertyId property, Revision revision) {
        return together(() -> revisions.mark(property, revision));
    }

    /** Who knows an object by a date of before this may know what a restore has taken back. */
    public Instant historyBegan() {
        return together(revisions::historyBegan);
    }

    public Optional<CalendarObject> find(PropertyId property, Collection collection, String name) {
        return named(property, collection, List.of(name)).stream().findFirst();
    }

    public List<CalendarObject> named(PropertyId property, Collection collection, List<String> names) {
        return names.isEmpty()
                ? List.of()
                : together(() -> {
                    List<CalendarObject> found = new ArrayList<>(stays.objects(property, collection, names));
                    found.addAll(staff.named(property, collection, names));
                    return found;
                });
    }

    public List<Member> members(PropertyId property, Collection collection) {
        return together(() -> {
            List<Member> members = new ArrayList<>(stays.members(property, collection));
            members.addAll(staff.members(property, collection));
            return members;
        });
    }

    /** Those of these names. */
    public List<Member> members(PropertyId property, Collection collection, List<String> names) {
        return names.isEmpty()
                ? List.of()
                : together(() -> {
                    List<Member> members = new ArrayList<>(stays.members(property, collection, names));
                    members.addAll(staff.members(property, collection, names));
                    return members;
                });
    }

    /**
     * Hands over the members that touch a day in [from, to), one by one, so that never all are in memory: stays first,
     * both by their first day and name.
     */
    public void each(
            PropertyId property, Collection collection, LocalDate from, LocalDate to, Consumer<CalendarObject> object) {
        together(() -> {
            stays.objects(property, collection, from, to, object);
            staff.objects(property, collection, from, to, object);
            return null;
        });
    }

    /** What changed after a revision, oldest first; each name once, with its last change. */
    public List<Change> changes(PropertyId property, Collection collection, Revision since, int size) {
        return together(() -> stays.changes(property, collection, since, size));
    }

    /** What staff and their programs store in a calendar. */
    public Holding holding(PropertyId property, Collection collection) {
        return together(() -> counts.of(property, collection));
    }

    /** The same of all calendars. */
    public Holding holding(PropertyId property) {
        return together(() -> counts.of(property));
    }

    /** How many names a calendar has or had, counted up to {@code most}. */
    public int stays(PropertyId property, Collection collection, int most) {
        return together(() -> volumes.stays(property, collection, most));
    }

    /** How many stays of all calendars touch a day in [from, to), counted up to {@code most}. */
    public int stays(PropertyId property, LocalDate from, LocalDate to, int most) {
        return together(() -> volumes.stays(property, from, to, most));
    }

    /** What staff wrote that touches a day in [from, to), up to {@code most} entries. */
    public Volume entries(PropertyId property, Collection collection, LocalDate from, LocalDate to, int most) {
        return together(() -> volumes.entries(property, collection, from, to, most));
    }

    /** How many entries recur, counted up to {@code most}. */
    public int recurring(PropertyId property, Collection collection, int most) {
        return together(() -> volumes.recurring(property, collection, most));
    }

    /** How many names changed after a revision, counted up to {@code most}. */
    public int countChanges(PropertyId property, Collection collection, Revision since, int most) {
        return together(() -> volumes.changes(property, collection, since, most));
    }

    /** Changes up to this revision may have been forgotten: who knows less has to begin anew. */
    public Revision forgotten(PropertyId property, Collection collection) {
        return together(() -> staff.forgotten(property, collection));
    }
}
