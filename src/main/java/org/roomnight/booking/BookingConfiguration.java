package org.roomnight.booking;

import java.time.InstantSource;
import org.roomnight.availability.NightLedger;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    @Bean
    Replays replays(Database database, InstantSource clock) {
        return new Replays(database.transactions(), new IdempotencyRows(database.jdbc(), clock));
    }

    @Bean
    JdbcBookings bookings(Database database, NightLedger ledger, IdentifierSource identifiers, InstantSource clock) {
        return new JdbcBookings(database, ledger, identifiers, clock);
    }
}
