package org.roomnight.security;

import org.roomnight.http.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Each door brings its chain, with an order of its own, and its {@link PublicPaths}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Behind the chains of all doors. */
    private static final int LAST = 100;

    @Bean
    @Order(LAST)
    SecurityFilterChain defaultChain(HttpSecurity http, Problems problems, ObjectProvider<PublicPaths> open) {
        return new DefaultChain(problems, open.orderedStream().toList()).build(http);
    }

    /** Where nothing is, a known method finds nothing; where something is, that says which methods it takes. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(RejectedRequestHandler.METHODS);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedRequestHandler(Problems problems) {
        return new RejectedRequestHandler(problems);
    }
}
