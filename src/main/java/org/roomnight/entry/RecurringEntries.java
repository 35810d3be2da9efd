package org.roomnight.entry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.Blocks.Blocking;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarCollection.Kind;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.calendar.StaffCalendars.Place;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the nights of recurring entries that have come inside the horizon since they were written. Only nights are
 * added: the entry, its entity tag and what is past stay as they are. Two nodes may do it at once: who comes second
 * finds the nights taken.
 */
public final class RecurringEntries {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringEntries.class);

    /** Addresses of entries that are held at once; each entry is then read by itself. */
    private static final int PAGE = 500;

    private final Properties properties;
    private final CalendarObjects objects;
    private final StaffCalendars staff;
    private final StaffBlocks blocks;
    private final InstantSource clock;

    RecurringEntries(
            Properties properties,
            CalendarObjects objects,
            StaffCalendars staff,
            StaffBlocks blocks,
            InstantSource clock) {
        this.properties = properties;
        this.objects = objects;
        this.staff = staff;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** Nights that an entry needs beyond those that it has. */
    private record Further(CalendarCollection calendar, CalendarObject entry, BlockFacts facts) {}

    /** Goes through all of them once; one that fails is logged and is no reason to leave out the others. */
    public void carryOn() {
        List<Place> page = staff.recurring(Place.FIRST, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::carryOn);
            page = staff.recurring(page.getLast(), PAGE);
        }
    }

    private void carryOn(Place place) {
        try {
            properties
                    .find(place.property())
                    .filter(property ->
                            objects.together(() -> further(property, place)).isPresent())
                    .flatMap(property -> staff.together(property.id(), () -> take(property, place)))
                    .ifPresent(taken -> LOG.info(
                            "event=recurring-entry-carried-on property={} block={} until={}",
                            place.property(),
                            taken.block(),
                            taken.until())); // here the write has been committed
        } catch (StorageUnavailableException unavailable) {
            throw unavailable; // it will not answer for the others either
        } catch (RuntimeException failure) {
            LOG.warn(
                    "event=recurring-entry-not-carried-on property={} calendar={} reason={}",
                    place.property(),
                    place.collection().key(),
                    failure.toString());
        }
    }

    private Optional<Further> further(Property property, Place place) {
        return objects.calendars(property.id()).stream()
                .filter(calendar -> calendar.key().equals(place.collection()))
                .findFirst()
                .flatMap(calendar -> objects.find(property.id(), calendar.key(), place.name())
                        .flatMap(entry -> further(property, calendar, entry)));
    }

    private Optional<Further> further(Property property, CalendarCollection calendar, CalendarObject entry) {
        if (!(calendar.kind() instanceof Kind.Rooms(RoomType roomType))) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        LocalDate today = now.atZone(property.timeZone()).toLocalDate();
        StaffEntryReader reader = new StaffEntryReader(property.timeZone(), Horizon.carriedOn(today), now);
        return switch (reader.read(entry.octets())) {
            case EntryReading.Good(StaffEntry read) ->
                blocks.carriedOn(property, roomType, blockOf(entry), read, today)
                        .map(facts -> new Further(calendar, entry, facts));
            case EntryReading.Bad(EntryFault fault) -> throw new IllegalStateException(fault.sentence());
        };
    }

    /** The block of an entry, also of one that stands for a block of the whole property. */
    private static @Nullable UUID blockOf(CalendarObject entry) {
        return switch (entry.origin()) {
            case CalendarObject.Origin.Staff(UUID block) -> block;
            case CalendarObject.Origin.House(UUID block) -> block;
            case CalendarObject.Origin.Stay _ -> null;
        };
    }

    /** A block that has got more nights. */
    private record Taken(UUID block, LocalDate until) {}

    /** Looks again, now that nobody else writes; what fails is rolled back. */
    private Optional<Taken> take(Property property, Place place) {
        return further(property, place).map(further -> {
            @Nullable UUID known = blockOf(further.entry());
            UUID block = known == null ? blocks.newBlock() : known;
            switch (blocks.carryOn(property, block, further.facts())) {
                case Blocking.Created _, Blocking.Changed _ -> {}
                case Blocking.Taken _,
                        Blocking.TooLarge _,
                        Blocking.UnknownRoom _,
                        Blocking.Stale _,
                        Blocking.VersionNeeded _ ->
                    throw new IllegalStateException("the block cannot have the nights that came");
            }
            staff.carriedOn(property.id(), place, block);
            return new Taken(block, further.facts().lastDeparture());
        });
    }
}
