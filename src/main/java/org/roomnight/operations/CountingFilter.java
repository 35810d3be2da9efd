package org.roomnight.operations;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The outermost filter: counts every answer, whoever gave it. */
final class CountingFilter implements Filter {

    private static final int INTERNAL = 500;

    private final RequestCounts counts;

    CountingFilter(RequestCounts counts) {
        this.counts = counts;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Door door = Door.of(((HttpServletRequest) request).getRequestURI());
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            counts.count(door, answered ? ((HttpServletResponse) response).getStatus() : INTERNAL);
        }
    }
}
