package org.roomnight.http;

import org.roomnight.kernel.IdentifierSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    Problems problems(IdentifierSource identifiers) {
        return new Problems(identifiers);
    }
}
