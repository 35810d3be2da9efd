package org.roomnight.block;

import java.time.InstantSource;
import org.roomnight.availability.NightLedger;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlockConfiguration {

    @Bean
    BlockRows blockRows(Database database) {
        return new BlockRows(database.jdbc());
    }

    @Bean
    BlockClaims blockClaims(NightLedger ledger, RoomTypes roomTypes) {
        return new BlockClaims(ledger, roomTypes);
    }

    @Bean
    Blocks blocks(
            Database database,
            BlockRows rows,
            BlockClaims claims,
            InstantSource clock,
            ObjectProvider<BlockListener> listeners) {
        return new Blocks(
                database.transactions(),
                rows,
                claims,
                clock,
                () -> listeners.orderedStream().toList());
    }

    @Bean
    BlocksFollowUnits blocksFollowUnits(
            Database database,
            BlockRows rows,
            BlockClaims claims,
            InstantSource clock,
            ObjectProvider<BlockListener> listeners) {
        return new BlocksFollowUnits(
                database.transactions(),
                rows,
                claims,
                clock,
                () -> listeners.orderedStream().toList());
    }
}
