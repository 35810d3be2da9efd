package org.roomnight.http;

import org.roomnight.kernel.IdentifierSource;
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
    PublicAddress publicAddress(Environment environment) {
        return PublicAddress.of(environment.getProperty("roomnight.public-url", "http://localhost:8080"));
    }

    @Bean
    Problems problems(IdentifierSource identifiers) {
        return new Problems(identifiers);
    }
}
