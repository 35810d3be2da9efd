package org.roomnight.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.Authorization;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses, before any token is looked at, requests that no client of the API should send. */
public final class UnwantedRequestFilter extends OncePerRequestFilter {

    private final Problems problems;

    public UnwantedRequestFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, problem);
        }
    }

    private static @Nullable Problem problem(HttpServletRequest request) {
        if (Authorization.areSeveral(request.getHeaders(HttpHeaders.AUTHORIZATION))) {
            return SecurityProblems.TWO_AUTHORIZATIONS;
        }
        if (tokenInQuery(request.getQueryString())) {
            return SecurityProblems.TOKEN_IN_ADDRESS;
        }
        return CorsUtils.isPreFlightRequest(request) ? SecurityProblems.CROSS_ORIGIN : null;
    }

    private static boolean tokenInQuery(@Nullable String query) {
        return query != null && (query.startsWith("access_token=") || query.contains("&access_token="));
    }
}
