package org.roomnight.availability;

import java.time.InstantSource;
import java.util.List;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {

    @Bean
    JdbcNightLedger nightLedger(
            Database database, RoomTypes roomTypes, InstantSource clock, List<ClaimListener> listeners) {
        return new JdbcNightLedger(database, roomTypes, clock, listeners);
    }

    @Bean
    UnitRetirement unitRetirement(JdbcNightLedger ledger, InstantSource clock) {
        return new UnitRetirement(ledger, clock);
    }
}
