package org.roomnight.oauth;

import jakarta.servlet.DispatcherType;
import org.roomnight.http.Problems;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The JSON API: a bearer token for every call; which scope it needs is said by {@link NeedsScope}. */
final class ApiChain {

    private final BearerTokens tokens;
    private final Problems problems;

    ApiChain(BearerTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    SecurityFilterChain build(HttpSecurity http) {
        ApiRefusals refusals = new ApiRefusals(problems);
        var bearer = new BearerTokenAuthenticationFilter(new ProviderManager(new CallerAuthenticator(tokens)));
        bearer.setAuthenticationEntryPoint(refusals);
        http.securityMatcher("/api/**");
        Bare.strip(http);
        Bare.forbidContent(http);
        return http.addFilterAfter(new Faults(problems), HeaderWriterFilter.class)
                .addFilterAfter(new ApiManners(problems), Faults.class)
                .addFilterBefore(bearer, AuthorizationFilter.class)
                .addFilterAfter(new ApiAdmission(), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }
}
