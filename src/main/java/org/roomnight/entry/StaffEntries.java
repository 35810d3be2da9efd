package org.roomnight.entry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.TakenNights;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;

/** The entries of staff, with the nights that they take; what changes some runs in a write of the property. */
public final class StaffEntries {

    private final CalendarObjects objects;
    private final StaffCalendars staff;
    private final StaffBlocks blocks;
    private final InstantSource clock;

    StaffEntries(CalendarObjects objects, StaffCalendars staff, StaffBlocks blocks, InstantSource clock) {
        this.objects = objects;
        this.staff = staff;
        this.blocks = blocks;
        this.clock = clock;
    }

    public EntryReading read(Property property, byte[] octets) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(property.timeZone()).toLocalDate();
        return new StaffEntryReader(property.timeZone(), Horizon.ofNew(today), now).read(octets);
    }

    /** Reads what is stored; what was assumed of it when it came counts for it still. */
    public EntryReading read(Property property, CalendarObject stored) {
        return switch (read(property, stored.octets())) {
            case EntryReading.Good(StaffEntry entry) ->
                new EntryReading.Good(entry.assuming(blocks.assumptions(property, stored)));
            case EntryReading.Bad bad -> bad;
        };
    }

    /** What stands at a name, and whether staff may write there. */
    public sealed interface Place {

        record Free() implements Place {}

        record Taken(CalendarObject entry) implements Place {}

        /** Only the booking or the block of the whole property that it shows may change it. */
        record ReadOnlyEntry() implements Place {}

        record ReadOnlyCalendar() implements Place {}
    }

    public Place place(Property property, CalendarCollection calendar, String name) {
        Optional<CalendarObject> stored = objects.find(property.id(), calendar.key(), name);
        if (stored.isPresent() && !stored.get().writable()) {
            return new Place.ReadOnlyEntry();
        }
        if (!calendar.writable()) {
            return new Place.ReadOnlyCalendar();
        }
        return stored.<Place>map(Place.Taken::new).orElseGet(Place.Free::new);
    }

    /** How storing an entry ended; the write has to be rolled back but for the first. */
    public sealed interface Storing {

        record Stored(CalendarObject entry) implements Storing {}

        /** The calendar takes events only, and this is a task. */
        record OtherComponent() implements Storing {}

        /** The entry of that name has the UID, or had another one (RFC 4791 §5.3.2.1). */
        record UidConflict(String name) implements Storing {}

        /** It has the UID of a stay, and would be a block with the guest's name. */
        record UidOfStay() implements Storing {}

        /** A stay has an entry of this name, which may come into this calendar. */
        record NameOfStay() implements Storing {}

        /** {@code sentence} says for people which quota is used up. */
        record OverQuota(String sentence) implements Storing {}

        record NightsTaken(List<TakenNights> nights) implements Storing {
            public NightsTaken {
                nights = List.copyOf(nights);
            }
        }

        /** It takes more nights than one block may have. */
        record TooManyNights() implements Storing {}

        record RoomTypeRemoved() implements Storing {}
    }

    /**
     * Stores an entry under a name where there is none, or over {@code before}: what {@link #place} found there, or what
     * was taken away elsewhere to come here, and keeps its block.
     */
    public Storing put(
            Property property,
            CalendarCollection calendar,
            String name,
            StaffEntry entry,
            Optional<CalendarObject> before) {
        return against(property, calendar, name, entry, before)
                .orElseGet(() -> store(property, calendar, name, entry, before));
    }

    private Optional<Storing> against(
            Property property,
            CalendarCollection calendar,
            String name,
            StaffEntry entry,
            Optional<CalendarObject> before) {
        if (!calendar.components().contains(entry.component())) {
            return Optional.of(new Storing.OtherComponent());
        }
        Optional<String> other =
                staff.nameOf(property.id(), calendar.key(), entry.uid()).filter(known -> !known.equals(name));
        boolean changed = before.isPresent() && !before.get().uid().equals(entry.uid());
        if (other.isPresent() || changed) {
            return Optional.of(new Storing.UidConflict(other.orElse(name)));
        }
        if (isUidOfStay(property, calendar, entry)) {
            return Optional.of(new Storing.UidOfStay());
        }
        if (before.isEmpty() && isNameOfStay(property, calendar, name)) {
            return Optional.of(new Storing.NameOfStay());
        }
        return staff.refusal(property.id(), calendar.key(), name, entry.octets().length)
                .map(Storing.OverQuota::new);
    }

    /**
     * Whether it is a stay by its UID in a calendar where it would be a block with the guest's name: programs move an entry
     * by PUT there and DELETE here. In calendars that staff made nothing is blocked.
     */
    private boolean isUidOfStay(Property property, CalendarCollection calendar, StaffEntry entry) {
        return calendar.kind() instanceof Kind.Rooms && staff.isStayUid(property.id(), entry.uid());
    }

    /** Whether a name that nothing has in the calendar is one that a booking may come to have there. */
    public boolean isNameOfStay(Property property, CalendarCollection calendar, String name) {
        return calendar.kind() instanceof Kind.Rooms && staff.isStay(property.id(), name);
    }

    private Storing store(
            Property property,
            CalendarCollection calendar,
            String name,
            StaffEntry entry,
            Optional<CalendarObject> before) {
        @Nullable UUID block = blocks.identify(calendar, entry, before);
        CalendarObject object = CalendarObject.ofStaff(
                name, entry.uid(), entry.component(), entry.first(), entry.last(), block, entry.octets());
        staff.put(property.id(), calendar.key(), object);
        if (block != null && calendar.kind() instanceof Kind.Rooms(RoomType roomType)) {
            return storing(blocks.put(property, roomType, block, entry), object);
        }
        blocks.remove(property, before.map(StaffBlocks::blockOf).orElse(null));
        return new Storing.Stored(object);
    }

    private static Storing storing(Blocking blocking, CalendarObject object) {
        return switch (blocking) {
            case Blocking.Created _, Blocking.Changed _ -> new Storing.Stored(object);
            case Blocking.Taken(List<TakenNights> nights) -> new Storing.NightsTaken(nights);
            case Blocking.TooLarge _ -> new Storing.TooManyNights();
            case Blocking.UnknownRoom _ -> new Storing.RoomTypeRemoved();
            case Blocking.Stale _, Blocking.VersionNeeded _ ->
                throw new IllegalStateException("no version was asked for");
        };
    }

    /** Removes an entry that {@link #put} stores elsewhere: its nights stay taken. */
    public void takeAway(Property property, CalendarCollection calendar, CalendarObject entry) {
        staff.delete(property.id(), calendar.key(), entry.name());
    }

    /** Removes an entry and frees its nights. */
    public void remove(Property property, CalendarCollection calendar, CalendarObject entry) {
        staff.delete(property.id(), calendar.key(), entry.name());
        blocks.remove(property, StaffBlocks.blockOf(entry));
    }

    /** Gives a calendar of staff another name. */
    public void rename(Property property, CalendarCollection calendar, String name) {
        staff.rename(property.id(), calendar, name);
    }

    /** Runs several changes as one. */
    public <T> T together(Property property, Supplier<T> work) {
        return staff.together(property.id(), work);
    }
}
