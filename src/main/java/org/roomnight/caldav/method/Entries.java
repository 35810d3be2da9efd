package org.roomnight.caldav.method;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.Horizon;
import org.roomnight.caldav.StaffBlocks;
import org.roomnight.caldav.StaffEntry;
import org.roomnight.caldav.StaffEntryReader;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.Privileges;
import org.roomnight.caldav.property.PropertyChanges;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.DavProperties.Size;
import org.roomnight.calendar.DavProperties.Wanted;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;

/** Writes and removes what staff enter, with the nights that it takes; each call runs in a write of the property. */
public final class Entries {

    private final CalendarObjects objects;
    private final StaffCalendars staff;
    private final StaffBlocks blocks;
    private final DavProperties properties;
    private final InstantSource clock;

    public Entries(
            CalendarObjects objects,
            StaffCalendars staff,
            StaffBlocks blocks,
            DavProperties properties,
            InstantSource clock) {
        this.objects = objects;
        this.staff = staff;
        this.blocks = blocks;
        this.properties = properties;
        this.clock = clock;
    }

    public StaffEntry read(Property property, byte[] body) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(property.timeZone()).toLocalDate();
        return new StaffEntryReader(property.timeZone(), Horizon.ofNew(today), now).read(body);
    }

    /** Reads what is stored; what was assumed of it when it came counts for it still. */
    public StaffEntry read(Property property, CalendarObject stored) {
        return read(property, stored.octets()).assuming(blocks.assumptions(property, stored));
    }

    /** What stands at a name; refuses with 403 what only its booking may change. */
    public Optional<CalendarObject> writable(Property property, CalendarCollection calendar, String name) {
        DavPath.Calendar path = new DavPath.Calendar(property.id().value(), calendar.name());
        Optional<CalendarObject> stored = objects.find(property.id(), calendar.key(), name);
        if (stored.isPresent() && !stored.get().writable()) {
            throw Refused.readOnly(
                    path.member(name),
                    Privileges.WRITE_CONTENT,
                    "A booking or a block of the whole property cannot be changed or deleted in a calendar. Change it"
                            + " where it was made.");
        }
        if (!calendar.writable()) {
            throw Refused.readOnly(
                    path,
                    Privileges.BIND,
                    "This calendar shows the bookings; it cannot be written to. Block nights in the calendar of a room"
                            + " type.");
        }
        return stored;
    }

    /**
     * Stores an entry under a name where there is none, or over {@code before}: what {@link #writable} found there, or what
     * was taken away elsewhere to come here, and keeps its block.
     */
    public CalendarObject put(
            Property property,
            CalendarCollection calendar,
            String name,
            StaffEntry entry,
            Optional<CalendarObject> before) {
        if (!calendar.components().contains(entry.component())) {
            throw Refused.forbidden(
                    Names.caldav("supported-calendar-component"), "This calendar takes events only, no tasks.");
        }
        checkUid(property, calendar, name, entry, before);
        checkNoStay(property, calendar, entry);
        if (before.isEmpty()) {
            checkNew(property, calendar, name);
        }
        staff.refusal(property.id(), calendar.key(), name, entry.octets().length)
                .ifPresent(Entries::refuseOverQuota);
        @Nullable UUID block = blocks.identify(calendar, entry, before);
        CalendarObject object = CalendarObject.ofStaff(
                name, entry.uid(), entry.component(), entry.first(), entry.last(), block, entry.octets());
        staff.put(property.id(), calendar.key(), object);
        if (block != null && calendar.kind() instanceof Kind.Rooms(RoomType roomType)) {
            blocks.put(property, roomType, block, entry);
        } else {
            blocks.remove(property, before.map(StaffBlocks::blockOf).orElse(null));
        }
        return object;
    }

    /** Refuses a name that nothing has in the calendar where a booking may come to have it. */
    void checkNew(Property property, CalendarCollection calendar, String name) {
        if (calendar.kind() instanceof Kind.Rooms && staff.isStay(property.id(), name)) {
            throw Refused.status(
                    403,
                    "A booking has an entry of this name, which may come into this calendar. Choose another name.");
        }
    }

    @SuppressWarnings("DoNotCallSuggester") // called where there is a reason to refuse
    static void refuseOverQuota(String sentence) {
        throw new Refused(PropertyChanges.overQuota(sentence));
    }

    private void checkUid(
            Property property,
            CalendarCollection calendar,
            String name,
            StaffEntry entry,
            Optional<CalendarObject> before) {
        Optional<String> other =
                staff.nameOf(property.id(), calendar.key(), entry.uid()).filter(known -> !known.equals(name));
        boolean changed = before.isPresent() && !before.get().uid().equals(entry.uid());
        if (other.isPresent() || changed) {
            throw uidConflict(property, calendar, other.orElse(name));
        }
    }

    /**
     * Refuses a stay under its UID in a calendar where it would be a block with the guest's name: programs move an entry
     * by PUT there and DELETE here. In calendars that staff made nothing is blocked.
     */
    private void checkNoStay(Property property, CalendarCollection calendar, StaffEntry entry) {
        if (calendar.kind() instanceof Kind.Rooms && staff.isStayUid(property.id(), entry.uid())) {
            throw Refused.readOnly(
                    new DavPath.Calendar(property.id().value(), calendar.name()),
                    Privileges.BIND,
                    "A booking cannot be moved or copied to another room in a calendar. Change it where it was made.");
        }
    }

    /** Refuses to put another entry over one, which would be lost (RFC 4791 §5.3.2.1, no-uid-conflict). */
    void checkSameUid(Property property, CalendarCollection calendar, CalendarObject there, CalendarObject coming) {
        if (!there.uid().equals(coming.uid())) {
            throw uidConflict(property, calendar, there.name());
        }
    }

    private static Refused uidConflict(Property property, CalendarCollection calendar, String name) {
        DavPath.Calendar path = new DavPath.Calendar(property.id().value(), calendar.name());
        return new Refused(DavRefusal.forbidden(
                Names.caldav("no-uid-conflict"),
                "Another entry of this calendar has this UID, or this entry had another one.",
                Refused.href(path.member(name))));
    }

    /** Removes an entry that {@link #put} stores elsewhere: its nights stay taken. */
    void takeAway(Property property, CalendarCollection calendar, CalendarObject entry) {
        staff.delete(property.id(), calendar.key(), entry.name());
    }

    /** Removes an entry and frees its nights. */
    public void remove(Property property, CalendarCollection calendar, CalendarObject entry) {
        staff.delete(property.id(), calendar.key(), entry.name());
        blocks.remove(property, StaffBlocks.blockOf(entry));
    }

    /** Gives a calendar of staff another name. */
    void rename(Property property, CalendarCollection calendar, String name) {
        staff.rename(property.id(), calendar, name);
    }

    /** Gives an entry the properties that clients set on another (RFC 4918 §9.8.2), if there is room for them. */
    void copyProperties(Property property, DavResource.Entry from, CalendarCollection to, String name) {
        long octets = properties.sizes(property.id(), List.of(from.propertyKey()), new Wanted.All()).stream()
                .mapToLong(Size::octets)
                .sum();
        properties
                .refusal(property.id(), DavResource.propertyKey(to, name), octets)
                .ifPresent(Entries::refuseOverQuota);
        moveProperties(property, from, to, name);
    }

    /** The same where the other one goes. */
    void moveProperties(Property property, DavResource.Entry from, CalendarCollection to, String name) {
        properties.copy(property.id(), from.propertyKey(), DavResource.propertyKey(to, name));
    }

    /** Runs several changes as one. */
    public <T> T together(Property property, Supplier<T> work) {
        return staff.together(property.id(), work);
    }
}
