package org.roomnight.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.roomnight.http.Problems;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The chain of what no door's own chain takes: the addresses that doors made public, and nothing else is there. */
final class DefaultChain {

    private final Problems problems;
    private final List<PublicPaths> open;

    DefaultChain(Problems problems, List<PublicPaths> open) {
        this.problems = problems;
        this.open = open;
    }

    SecurityFilterChain build(HttpSecurity http) {
        ChainDefaults.stateless(http);
        return http.exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> problems.write(request, response, SecurityProblems.NOT_FOUND))
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(request, response, SecurityProblems.NOT_FOUND)))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    open.forEach(
                            paths -> requests.requestMatchers(paths.patterns()).permitAll());
                    requests.anyRequest().denyAll();
                })
                .build();
    }
}
