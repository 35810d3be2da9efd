package org.roomnight.oauth;

import jakarta.servlet.DispatcherType;
import org.roomnight.http.Problems;
import org.roomnight.security.ChainDefaults;
import org.roomnight.security.UnavailableFilter;
import org.roomnight.security.UnwantedRequestFilter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The filter chain of a door whose callers send a bearer token with every call; which scope a call needs is said by
 * {@link NeedsScope}.
 */
public final class BearerChain {

    private final BearerTokens tokens;
    private final Problems problems;

    BearerChain(BearerTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** {@code pattern} names the addresses of the door. */
    public SecurityFilterChain build(HttpSecurity http, String pattern) {
        BearerErrorHandler errors = new BearerErrorHandler(problems);
        var bearer = new BearerTokenAuthenticationFilter(new ProviderManager(new CallerAuthenticator(tokens)));
        bearer.setAuthenticationEntryPoint(errors);
        http.securityMatcher(pattern);
        ChainDefaults.stateless(http);
        ChainDefaults.forbidContent(http);
        return http.addFilterAfter(new UnavailableFilter(problems, Refusals.OUTCOME_UNKNOWN), HeaderWriterFilter.class)
                .addFilterAfter(new UnwantedRequestFilter(problems), UnavailableFilter.class)
                .addFilterBefore(bearer, AuthorizationFilter.class)
                .addFilterAfter(new AdmissionFilter(problems), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(errors).accessDeniedHandler(errors))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }
}
