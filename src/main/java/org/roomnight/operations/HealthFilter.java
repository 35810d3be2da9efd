package org.roomnight.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.roomnight.http.Problems;
import org.roomnight.http.SecurityHeaders;
import org.roomnight.serving.OperationsPages.Page;

/**
 * {@code /actuator/health/liveness} and {@code /actuator/health/readiness} on the main port, where load balancers ask:
 * up or not, and no more than that.
 */
final class HealthFilter implements Filter {

    private final Health health;
    private final Problems problems;

    HealthFilter(Health health, Problems problems) {
        this.health = health;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = asked.getRequestURI();
        if (!path.equals(Health.LIVENESS) && !path.equals(Health.READINESS)) {
            chain.doFilter(request, response);
        } else if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
            problems.methodNotAllowed(asked, answer, "GET, HEAD");
        } else {
            write(answer, path.equals(Health.LIVENESS) ? Health.live() : health.ready());
        }
    }

    private static void write(HttpServletResponse answer, Page page) throws IOException {
        byte[] body = page.body().getBytes(UTF_8);
        answer.setStatus(page.status());
        answer.setContentType(page.type());
        answer.setContentLength(body.length);
        answer.setHeader("Cache-Control", "no-store");
        SecurityHeaders.noSniffing(answer);
        answer.getOutputStream().write(body);
    }
}
