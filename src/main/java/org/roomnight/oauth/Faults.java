package org.roomnight.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.roomnight.http.Problems;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 where nobody can tell whose a token or a client is; without it a caller would be told 401 or 500. */
final class Faults extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Problems problems;

    Faults(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (StorageUnavailableException | IssuerUnavailableException fault) {
            answer(request, response, fault);
        } catch (ServletException wrapped) {
            if (!(wrapped.getCause() instanceof StorageUnavailableException fault)) {
                throw wrapped;
            }
            answer(request, response, fault);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException fault)
            throws IOException {
        LOG.warn("event=request-unavailable instance={} cause={}", problems.instance(request), fault.getMessage());
        problems.write(request, response, Refusals.UNAVAILABLE, Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }
}
