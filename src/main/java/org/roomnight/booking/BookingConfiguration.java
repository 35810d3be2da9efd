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
    JdbcBookings bookings(
            Database database,
            NightLedger ledger,
            IdentifierSource identifiers,
            Recordings recordings) {
        return new JdbcBookings(database, ledger, identifiers, recordings);
    }

    @Bean
    Recordings recordings(
            BookingStore store,
            NightLedger ledger,
            RoomTypes roomTypes,
            IdentifierSource identifiers,
            InstantSource clock) {
        return new Recordings(store, ledger, roomTypes, identifiers, clock);
    }

    @Bean
    BookingStore bookingStore(Database database, ObjectProvider<BookingListener> listeners) {
        return new BookingStore(database.jdbc(), () -> listeners.orderedStream().toList());
    }

    @Bean
    WaitingStays waitingStays(Recordings recordings) {
        return new WaitingStays(recordings);
    }
}
