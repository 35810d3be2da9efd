package org.roomnight.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.roomnight.http.Problems;
import org.roomnight.kernel.MonotonicClock;
import org.springframework.http.HttpHeaders;
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

    private record Window(long beganNanos, AtomicInteger tokens) {}

    private final Problems problems;
    private final MonotonicClock clock;
    private final Cache<String, Window> windows;

    TokenLimitFilter(Problems problems, MonotonicClock clock) {
        this.problems = problems;
        this.clock = clock;
        this.windows = Caffeine.newBuilder().maximumSize(MAX_CLIENTS).build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(AuthorizationServerChain.TOKEN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        Window window = client == null ? begin() : window(client.getName());
        if (window.tokens().incrementAndGet() <= TOKENS_A_MINUTE) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = MINUTE.minus(clock.since(window.beganNanos())).toSeconds();
        problems.write(
                request,
                response,
                Refusals.TOO_MANY_TOKENS,
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds))));
    }

    private Window window(String client) {
        return windows.asMap()
                .compute(
                        client,
                        (_, old) -> old != null && clock.isYoungerThan(MINUTE, old.beganNanos()) ? old : begin());
    }

    private Window begin() {
        return new Window(clock.nanos(), new AtomicInteger());
    }
}
