package org.roomnight.http;

import java.time.InstantSource;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The root configuration gives {@link HttpSettings}. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    ClientAddresses clientAddresses(HttpSettings settings) {
        return new ClientAddresses(settings.trustedProxies());
    }

    @Bean
    Replays replays(Database database, InstantSource clock) {
        return new Replays(database, clock);
    }

    @Bean
    PublicAddress publicAddress(Environment environment) {
        return PublicAddress.of(environment.getProperty("roomnight.public-url", "http://localhost:8080"));
    }

    @Bean
    Problems problems(IdentifierSource identifiers) {
        return new Problems(identifiers);
    }
}
