package org.roomnight.availability;

import java.time.InstantSource;
import java.util.List;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {

    @Bean
    NightLedger nightLedger(
            Database database,
            RoomTypes roomTypes,
            IdentifierSource identifiers,
            InstantSource clock,
            List<ClaimListener> listeners,
            ObjectProvider<DecisionListener> counters) {
        return new NightLedger(
                database,
                roomTypes,
                identifiers,
                clock,
                listeners,
                counters.orderedStream().toList());
    }

    @Bean
    UnitRetirement unitRetirement(NightLedger ledger, InstantSource clock) {
        return new UnitRetirement(ledger, clock);
    }
}
