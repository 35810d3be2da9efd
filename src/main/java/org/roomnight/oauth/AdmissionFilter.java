package org.roomnight.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.Challenges;
import org.roomnight.http.Problems;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.AdmissionEndedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds what the bearer token lets in to the request, so that it is asked again before and inside the work. */
final class AdmissionFilter extends OncePerRequestFilter {

    private final Problems problems;

    AdmissionFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller) {
            try {
                run(caller.admission(), () -> chain.doFilter(request, response));
            } catch (AdmissionEndedException _) {
                problems.write(request, response, Refusals.TOKEN_REFUSED, Challenges.INVALID_TOKEN);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What a filter chain does; a scope can pass on one kind of exception only. */
    @FunctionalInterface
    private interface Rest {
        void run() throws ServletException, IOException;
    }

    private static void run(Admission admission, Rest rest) throws ServletException, IOException {
        ServletException failed = admission.scope().<@Nullable ServletException, IOException>call(() -> {
            try {
                rest.run();
                return null;
            } catch (ServletException failure) {
                return failure;
            }
        });
        if (failed != null) {
            throw failed;
        }
    }
}
