package org.roomnight.inventory;

import java.time.InstantSource;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listeners are looked up when there is news, for they themselves ask the inventory. */
@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

    @Bean
    Accounts accounts(Database database, IdentifierSource identifiers, InstantSource clock) {
        return new Accounts(database, identifiers, clock);
    }

    @Bean
    Properties properties(
            Database database,
            IdentifierSource identifiers,
            InstantSource clock,
            ObjectProvider<InventoryListener> listeners) {
        return new Properties(
                database, identifiers, clock, () -> listeners.orderedStream().toList());
    }

    @Bean
    RoomTypes roomTypes(
            Database database,
            IdentifierSource identifiers,
            InstantSource clock,
            ObjectProvider<InventoryListener> listeners) {
        return new RoomTypes(
                database, identifiers, clock, () -> listeners.orderedStream().toList());
    }
}
