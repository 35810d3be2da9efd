package org.roomnight.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.roomnight.kernel.AdmissionEndedException;
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
        } catch (AdmissionEndedException _) {
            problems.write(request, response, Refusals.TOKEN_REFUSED, ApiRefusals.INVALID_TOKEN);
        } catch (IssuerUnavailableException fault) {
            unavailable(request, response, Refusals.UNAVAILABLE, fault);
        } catch (ServletException | IOException | RuntimeException failure) {
            StorageUnavailableException fault =
                    StorageUnavailableException.in(failure).orElse(null);
            if (fault == null) {
                throw failure;
            }
            Problem problem = fault.outcomeUnknown() ? Refusals.OUTCOME_UNKNOWN : Refusals.UNAVAILABLE;
            unavailable(request, response, problem, fault);
        }
    }

    private void unavailable(
            HttpServletRequest request, HttpServletResponse response, Problem problem, RuntimeException fault)
            throws IOException {
        LOG.warn("event=request-unavailable instance={} cause={}", problems.instance(request), fault.getMessage());
        problems.write(request, response, problem, Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }
}
