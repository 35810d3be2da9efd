package org.roomnight.oauth;

import java.util.List;
import org.roomnight.http.Problems;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.security.ChainDefaults;
import org.roomnight.security.UnavailableFilter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The built-in authorization server. Its filters are set up one by one, not by Spring's configurer, because that one
 * also opens an authorization-code endpoint and publishes keys, and neither is wanted here.
 */
final class AuthorizationServerChain {

    static final String TOKEN = "/oauth2/token";
    static final String INTROSPECT = "/oauth2/introspect";
    static final String REVOKE = "/oauth2/revoke";

    private final AuthenticationManager manager;
    private final Problems problems;
    private final MonotonicClock ages;
    private final OauthErrorHandler errors = new OauthErrorHandler();
    private final String issuer;

    AuthorizationServerChain(
            List<AuthenticationProvider> providers, Problems problems, MonotonicClock ages, String issuer) {
        ProviderManager providerManager = new ProviderManager(providers);
        // Revocation takes the token from what the converter read, after authenticating.
        providerManager.setEraseCredentialsAfterAuthentication(false);
        this.manager = providerManager;
        this.problems = problems;
        this.ages = ages;
        this.issuer = issuer;
    }

    SecurityFilterChain build(HttpSecurity http) {
        http.securityMatcher("/oauth2/**", Metadata.PATH);
        ChainDefaults.stateless(http);
        return http.addFilterAfter(new UnavailableFilter(problems, Refusals.OUTCOME_UNKNOWN), HeaderWriterFilter.class)
                .addFilterAfter(new OauthRouteFilter(problems, errors, issuer), UnavailableFilter.class)
                .addFilterBefore(clientAuthentication(), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new TokenLimitFilter(problems, ages), AuthorizationFilter.class)
                .addFilterAfter(tokenEndpoint(), TokenLimitFilter.class)
                .addFilterAfter(introspectionEndpoint(), AuthorizationFilter.class)
                .addFilterAfter(revocationEndpoint(), AuthorizationFilter.class)
                .build();
    }

    private OAuth2ClientAuthenticationFilter clientAuthentication() {
        var filter = new OAuth2ClientAuthenticationFilter(manager, AnyRequestMatcher.INSTANCE);
        filter.setAuthenticationConverter(TokenRequests::client);
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }

    private OAuth2TokenEndpointFilter tokenEndpoint() {
        var filter = new OAuth2TokenEndpointFilter(manager, TOKEN);
        filter.setAuthenticationConverter(TokenRequests::grant);
        filter.setAuthenticationSuccessHandler(new TokenAnswers());
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }

    private OAuth2TokenIntrospectionEndpointFilter introspectionEndpoint() {
        var filter = new OAuth2TokenIntrospectionEndpointFilter(manager, INTROSPECT);
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }

    private OAuth2TokenRevocationEndpointFilter revocationEndpoint() {
        var filter = new OAuth2TokenRevocationEndpointFilter(manager, REVOKE);
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }
}
