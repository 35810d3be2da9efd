package org.roomnight.security;

import org.roomnight.http.SecurityHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What the chains of this server have in common. */
public final class ChainDefaults {

    private ChainDefaults() {}

    /** Takes away what only browsers with sessions need: cookies, tokens in forms, log-out, remembered requests. */
    public static void stateless(HttpSecurity http) {
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }

    /** For answers that are never a page. */
    public static void forbidContent(HttpSecurity http) {
        http.headers(headers ->
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(SecurityHeaders.NO_CONTENT)));
    }
}
