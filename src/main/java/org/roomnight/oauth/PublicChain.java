package org.roomnight.oauth;

import jakarta.servlet.DispatcherType;
import org.roomnight.http.Problems;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Everything outside of the API and the OAuth2 endpoints: a few public addresses, and nothing else is there. */
final class PublicChain {

    private static final String[] PUBLIC = {
        "/", "/index.html", "/v3/api-docs", "/swagger-ui/**",
    };

    private final Problems problems;

    PublicChain(Problems problems) {
        this.problems = problems;
    }

    SecurityFilterChain build(HttpSecurity http) {
        Bare.strip(http);
        return http.exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> problems.write(request, response, Refusals.NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, _) -> problems.write(request, response, Refusals.NOT_FOUND)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
