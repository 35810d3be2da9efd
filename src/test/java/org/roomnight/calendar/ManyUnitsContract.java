package org.roomnight.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.availability.ClaimChange;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.availability.NightLedger;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingFacts;
import org.roomnight.booking.Bookings;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.storage.Database;
import org.roomnight.storage.RevisionRows;

/** A booking of many units is one change of the calendars, on every database. */
interface ManyUnitsContract {

    TestServer server();

    private Inside inside() {
        House house = server().account().house();
        Property property = server().bean(Properties.class)
                .find(house.account().id(), new ManagingEntityId(house.id()))
                .orElseThrow();
        return new Inside(server(), property.id(), new RoomTypeId(house.cabin()), new RoomTypeId(house.suite()));
    }

    private static StayDates nights(int from, int count) {
        LocalDate arrival = LocalDate.of(2027, 3, 1).plusDays(from);
        return new StayDates(arrival, arrival.plusDays(count));
    }

    @Test
    default void a_booking_of_many_units_raises_the_revision_once_each_time_it_changes() {
        Inside inside = inside();
        Bookings bookings = inside.server().bean(Bookings.class);
        BookingId booking = new BookingId(UUID.randomUUID());
        for (StayDates dates : List.of(nights(0, 2), nights(5, 2))) {
            Revision before = inside.revision();
            bookings.record(inside.property(), booking, units(inside, dates));
            assertThat(inside.revision()).isEqualTo(before.next());
            assertThat(inside.changes(Collection.BOOKINGS, before)).hasSize(20);
        }
        Revision before = inside.revision();
        bookings.cancel(inside.property(), booking, new ExpectedVersion.Any());
        assertThat(inside.revision()).isEqualTo(before.next());
        assertThat(inside.changes(Collection.BOOKINGS, before)).hasSize(20).allMatch(Change::removed);
    }

    private static BookingFacts units(Inside inside, StayDates dates) {
        Booking.Details details = new Booking.Details(
                null, new Booking.Guest("Robin", "Sample", null, null), null, null, new Booking.Price(null, null));
        BookingFacts.StayFacts stay =
                new BookingFacts.StayFacts(inside.type(inside.suite()), dates, new Party(2, 0), 20);
        return new BookingFacts(details, List.of(stay), null, false, null, null);
    }

    @Test
    default void many_units_of_one_booking_are_told_to_the_other_nodes_once() {
        Inside inside = inside();
        Database database = inside.server().bean(Database.class);
        AtomicInteger told = new AtomicInteger();
        CalendarChanges changes = new CalendarChanges(
                inside.server().bean(RevisionRows.class),
                database.transactions(),
                inside.server().bean(RevisionCache.class),
                new CountedNews(told));
        ClaimProjection projection = new ClaimProjection(new CalendarRows(database.jdbc()), changes);
        inside.server()
                .bean(Bookings.class)
                .record(inside.property(), new BookingId(UUID.randomUUID()), units(inside, nights(0, 2)));
        RoomType suite = inside.type(inside.suite());
        List<ClaimChange> again = inside
                .server()
                .bean(NightLedger.class)
                .inRoomType(inside.property(), suite, StayDates.EARLIEST, StayDates.LATEST)
                .stream()
                .map(claim -> (ClaimChange) new ClaimChange.Changed(claim, claim, suite))
                .toList();
        Revision before = inside.revision();
        inside.write(() -> {
            projection.changed(inside.property(), again);
            return true;
        });
        assertThat(again).hasSize(20);
        assertThat(told).hasValue(1);
        assertThat(inside.revision()).isEqualTo(before.next());
    }
}
