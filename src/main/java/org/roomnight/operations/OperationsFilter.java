package org.roomnight.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.roomnight.http.Problems;

/**
 * {@code /actuator/health/liveness}, {@code /actuator/health/readiness} and {@code /actuator/prometheus}, at the
 * addresses and in the shapes of Spring Boot's actuator, whose own machinery costs a good part of a start.
 */
final class OperationsFilter implements Filter {

    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String READINESS = "/actuator/health/readiness";
    private static final String PROMETHEUS = "/actuator/prometheus";
    private static final String JSON = "application/json";

    /** The text format that every Prometheus reads. */
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final BooleanSupplier accepting;
    private final Readiness readiness;
    private final PrometheusMeterRegistry registry;
    private final Problems problems;

    OperationsFilter(
            BooleanSupplier accepting, Readiness readiness, PrometheusMeterRegistry registry, Problems problems) {
        this.accepting = accepting;
        this.readiness = readiness;
        this.registry = registry;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = asked.getRequestURI();
        if (!path.equals(LIVENESS) && !path.equals(READINESS) && !path.equals(PROMETHEUS)) {
            chain.doFilter(request, response);
            return;
        }
        if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
            problems.methodNotAllowed(asked, answer, "GET, HEAD");
            return;
        }
        switch (path) {
            case LIVENESS -> write(answer, HttpServletResponse.SC_OK, JSON, "{\"status\":\"UP\"}");
            case READINESS -> writeReadiness(answer);
            default -> write(answer, HttpServletResponse.SC_OK, METRICS, registry.scrape());
        }
    }

    private void writeReadiness(HttpServletResponse answer) throws IOException {
        if (!accepting.getAsBoolean()) {
            write(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, JSON, "{\"status\":\"OUT_OF_SERVICE\"}");
            return;
        }
        Map<String, Boolean> parts = readiness.parts();
        boolean ready = !parts.containsValue(false);
        String details = parts.entrySet().stream()
                .map(part -> "\"%s\":{\"status\":\"%s\"}".formatted(part.getKey(), status(part.getValue())))
                .collect(Collectors.joining(","));
        write(
                answer,
                ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                JSON,
                "{\"status\":\"%s\",\"components\":{%s}}".formatted(status(ready), details));
    }

    private static String status(boolean well) {
        return well ? "UP" : "DOWN";
    }

    private static void write(HttpServletResponse answer, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        answer.setStatus(status);
        answer.setContentType(type);
        answer.setContentLength(body.length);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.getOutputStream().write(body);
    }
}
