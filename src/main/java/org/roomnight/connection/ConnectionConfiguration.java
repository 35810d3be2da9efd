package org.roomnight.connection;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.keys.Seals;
import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The root configuration gives clock and randomness. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    Connections connections(
            Database database,
            Seals seals,
            InstantSource clock,
            MonotonicClock ages,
            SecureRandom random,
            IdentifierSource identifiers) {
        return new Connections(database, seals, clock, ages, random, identifiers);
    }
}
