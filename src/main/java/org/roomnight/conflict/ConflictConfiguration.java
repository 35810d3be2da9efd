package org.roomnight.conflict;

import java.time.InstantSource;
import org.roomnight.availability.NightLedger;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConflictConfiguration {

    @Bean
    DoubleBookings doubleBookings(Database database, IdentifierSource identifiers, InstantSource clock) {
        return new DoubleBookings(database, identifiers, clock);
    }

    @Bean
    Clashes clashes(NightLedger ledger) {
        return new Clashes(ledger);
    }
}
