package org.roomnight.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.roomnight.http.FixedWindowLimiter;
import org.roomnight.http.FixedWindowLimiter.Limit;
import org.roomnight.http.Problems;
import org.roomnight.http.RetryAfter;
import org.roomnight.kernel.MonotonicClock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a client that asks for more tokens in a minute than any program needs; each is a row for three hours. */
final class TokenLimitFilter extends OncePerRequestFilter {

    /** Tokens that a client gets in the minute that begins with its first; one more is refused. */
    static final int TOKENS_A_MINUTE = 600;

    static final Duration MINUTE = Duration.ofMinutes(1);

    /** Clients counted at once; only who knows a secret is counted, so nobody can push others out. */
    static final int MAX_CLIENTS = 10_000;

    private final Problems problems;
    private final FixedWindowLimiter limiter;

    TokenLimitFilter(Problems problems, MonotonicClock clock) {
        this.problems = problems;
        this.limiter = new FixedWindowLimiter(new Limit(TOKENS_A_MINUTE, MINUTE, MAX_CLIENTS), clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(AuthorizationServerChain.TOKEN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        Optional<Duration> wait = client == null ? Optional.empty() : limiter.take(client.getName());
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    Refusals.TOO_MANY_TOKENS,
                    RetryAfter.in(wait.get()).header());
        }
    }
}
