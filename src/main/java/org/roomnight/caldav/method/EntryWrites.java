package org.roomnight.caldav.method;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.roomnight.availability.TakenNights;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.Privileges;
import org.roomnight.caldav.property.PropertyChanges;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.DavProperties.Size;
import org.roomnight.calendar.DavProperties.Wanted;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.entry.EntryFault;
import org.roomnight.entry.EntryReading;
import org.roomnight.entry.StaffEntries;
import org.roomnight.entry.StaffEntries.Place;
import org.roomnight.entry.StaffEntries.Storing;
import org.roomnight.entry.StaffEntry;
import org.roomnight.inventory.Property;

/**
 * Writes {@link StaffEntries} and what clients set on them, and refuses what cannot be written with the precondition that
 * it breaks (RFC 4791 §5.3.2.1); each call but for reading runs in a write of the property.
 */
public final class EntryWrites {

    /** Nights that a refusal names; a program shows a line or two. */
    private static final int MAX_NAMED = 10;

    private final StaffEntries entries;
    private final DavProperties properties;

    public EntryWrites(StaffEntries entries, DavProperties properties) {
        this.entries = entries;
        this.properties = properties;
    }

    StaffEntry read(Property property, byte[] body) {
        return good(entries.read(property, body));
    }

    StaffEntry read(Property property, CalendarObject stored) {
        return good(entries.read(property, stored));
    }

    private static StaffEntry good(EntryReading reading) {
        return switch (reading) {
            case EntryReading.Good(StaffEntry entry) -> entry;
            case EntryReading.Bad(EntryFault(var rule, String sentence)) ->
                throw Refused.forbidden(precondition(rule), sentence);
        };
    }

    private static QName precondition(EntryFault.Rule rule) {
        return Names.caldav(
                switch (rule) {
                    case MAX_RESOURCE_SIZE -> "max-resource-size";
                    case SUPPORTED_CALENDAR_DATA -> "supported-calendar-data";
                    case VALID_CALENDAR_DATA -> "valid-calendar-data";
                    case VALID_CALENDAR_OBJECT_RESOURCE -> "valid-calendar-object-resource";
                    case SUPPORTED_CALENDAR_COMPONENT -> "supported-calendar-component";
                    case MIN_DATE_TIME -> "min-date-time";
                    case MAX_DATE_TIME -> "max-date-time";
                    case MAX_INSTANCES -> "max-instances";
                    case MAX_ATTENDEES_PER_INSTANCE -> "max-attendees-per-instance";
                    case SUPPORTED_RSCALE -> "supported-rscale";
                });
    }

    /** What stands at a name; refuses with 403 what only its booking may change. */
    Optional<CalendarObject> writable(Property property, CalendarCollection calendar, String name) {
        DavPath.Calendar path = path(property, calendar);
        return switch (entries.place(property, calendar, name)) {
            case Place.Free _ -> Optional.empty();
            case Place.Taken(CalendarObject entry) -> Optional.of(entry);
            case Place.ReadOnlyEntry _ ->
                throw Refused.readOnly(
                        path.member(name),
                        Privileges.WRITE_CONTENT,
                        "A booking or a block of the whole property cannot be changed or deleted in a calendar. Change it"
                                + " where it was made.");
            case Place.ReadOnlyCalendar _ ->
                throw Refused.readOnly(
                        path,
                        Privileges.BIND,
                        "This calendar shows the bookings; it cannot be written to. Block nights in the calendar of a"
                                + " room type.");
        };
    }

    private static DavPath.Calendar path(Property property, CalendarCollection calendar) {
        return new DavPath.Calendar(property.id().value(), calendar.name());
    }

    /** Stores an entry as {@link StaffEntries#put} does. */
    CalendarObject put(
            Property property,
            CalendarCollection calendar,
            String name,
            StaffEntry entry,
            Optional<CalendarObject> before) {
        return switch (entries.put(property, calendar, name, entry, before)) {
            case Storing.Stored(CalendarObject stored) -> stored;
            case Storing.OtherComponent _ ->
                throw Refused.forbidden(
                        Names.caldav("supported-calendar-component"), "This calendar takes events only, no tasks.");
            case Storing.UidConflict(String other) -> throw uidConflict(property, calendar, other);
            case Storing.UidOfStay _ ->
                throw Refused.readOnly(
                        path(property, calendar),
                        Privileges.BIND,
                        "A booking cannot be moved or copied to another room in a calendar. Change it where it was made.");
            case Storing.NameOfStay _ -> throw nameOfStay();
            case Storing.OverQuota(String sentence) -> throw new Refused(PropertyChanges.overQuota(sentence));
            case Storing.NightsTaken(List<TakenNights> nights) -> throw taken(nights);
            case Storing.TooManyNights _ ->
                throw Refused.forbidden(
                        Names.caldav("max-instances"), "The entry takes more nights than one block may have.");
            case Storing.RoomTypeRemoved _ -> throw Refused.status(409, "The room type of this calendar was removed.");
        };
    }

    private static Refused uidConflict(Property property, CalendarCollection calendar, String name) {
        return new Refused(DavRefusal.forbidden(
                Names.caldav("no-uid-conflict"),
                "Another entry of this calendar has this UID, or this entry had another one.",
                Refused.href(path(property, calendar).member(name))));
    }

    private static Refused nameOfStay() {
        return Refused.status(
                403, "A booking has an entry of this name, which may come into this calendar. Choose another name.");
    }

    private static Refused taken(List<TakenNights> nights) {
        String dates = nights.stream()
                .flatMap(one -> one.nights().stream())
                .map(Object::toString)
                .distinct()
                .limit(MAX_NAMED)
                .collect(Collectors.joining(", "));
        return new Refused(new DavRefusal(
                409,
                Names.roomnight("nights-taken"),
                "Nothing was blocked, because these nights are taken: %s. Choose others.".formatted(dates)));
    }

    /** Refuses a name that nothing has in the calendar where a booking may come to have it. */
    void checkNew(Property property, CalendarCollection calendar, String name) {
        if (entries.isNameOfStay(property, calendar, name)) {
            throw nameOfStay();
        }
    }

    @SuppressWarnings("DoNotCallSuggester") // called where there is a reason to refuse
    static void refuseOverQuota(String sentence) {
        throw new Refused(PropertyChanges.overQuota(sentence));
    }

    /** Refuses to put another entry over one, which would be lost (RFC 4791 §5.3.2.1, no-uid-conflict). */
    void checkSameUid(Property property, CalendarCollection calendar, CalendarObject there, CalendarObject coming) {
        if (!there.uid().equals(coming.uid())) {
            throw uidConflict(property, calendar, there.name());
        }
    }

    /** Removes an entry that {@link #put} stores elsewhere: its nights stay taken. */
    void takeAway(Property property, CalendarCollection calendar, CalendarObject entry) {
        entries.takeAway(property, calendar, entry);
    }

    /** Removes an entry and frees its nights. */
    void remove(Property property, CalendarCollection calendar, CalendarObject entry) {
        entries.remove(property, calendar, entry);
    }

    /** Gives a calendar of staff another name. */
    void rename(Property property, CalendarCollection calendar, String name) {
        entries.rename(property, calendar, name);
    }

    /** Gives an entry the properties that clients set on another (RFC 4918 §9.8.2), if there is room for them. */
    void copyProperties(Property property, DavResource.Entry from, CalendarCollection to, String name) {
        long octets = properties.sizes(property.id(), List.of(from.propertyKey()), new Wanted.All()).stream()
                .mapToLong(Size::octets)
                .sum();
        properties
                .refusal(property.id(), DavResource.propertyKey(to, name), octets)
                .ifPresent(EntryWrites::refuseOverQuota);
        moveProperties(property, from, to, name);
    }

    /** The same where the other one goes. */
    void moveProperties(Property property, DavResource.Entry from, CalendarCollection to, String name) {
        properties.copy(property.id(), from.propertyKey(), DavResource.propertyKey(to, name));
    }

    /** Runs several changes as one. */
    <T> T together(Property property, Supplier<T> work) {
        return entries.together(property, work);
    }
}
