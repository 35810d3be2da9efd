package org.roomnight.booking;

import java.time.InstantSource;
import org.roomnight.availability.NightLedger;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    @Bean
    Bookings bookings(Database database, NightLedger ledger, Recordings recordings) {
        return new Bookings(database, ledger, recordings);
    }

    @Bean
    Recordings recordings(
            StoredBookings store,
            NightLedger ledger,
            RoomTypes roomTypes,
            IdentifierSource identifiers,
            InstantSource clock) {
        return new Recordings(store, ledger, roomTypes, identifiers, clock);
    }

    @Bean
    StoredBookings bookingStore(Database database, ObjectProvider<BookingListener> listeners) {
        return new StoredBookings(
                database.jdbc(), () -> listeners.orderedStream().toList());
    }

    @Bean
    WaitingStays waitingStays(Recordings recordings) {
        return new WaitingStays(recordings);
    }
}
