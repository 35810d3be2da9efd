package org.roomnight.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.roomnight.http.RetryAfter;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 where a chain cannot tell who calls, because a database or an issuer is away; not 401 and not 500. */
public final class UnavailableFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableFilter.class);

    private final Problems problems;
    private final Problem outcomeUnknown;

    /** {@code outcomeUnknown} is answered where a database did not say whether it kept a change. */
    public UnavailableFilter(Problems problems, Problem outcomeUnknown) {
        this.problems = problems;
        this.outcomeUnknown = outcomeUnknown;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            StorageUnavailableException fault =
                    StorageUnavailableException.in(failure).orElse(null);
            if (fault == null) {
                throw failure;
            }
            Problem problem = fault.outcomeUnknown() ? outcomeUnknown : Problem.UNAVAILABLE;
            unavailable(request, response, problem, fault);
        }
    }

    private void unavailable(
            HttpServletRequest request, HttpServletResponse response, Problem problem, RuntimeException fault)
            throws IOException {
        LOG.warn("event=request-unavailable instance={} cause={}", problems.instance(request), fault.getMessage());
        problems.write(request, response, problem, RetryAfter.SOON.header());
    }
}
