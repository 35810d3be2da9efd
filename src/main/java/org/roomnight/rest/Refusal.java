package org.roomnight.rest;

import java.util.Map;
import org.roomnight.http.Problem;

/** Ends a request with a problem. Thrown only in this package, where a request cannot be understood or answered. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    Refusal(Problem problem) {
        this(problem, Map.of());
    }

    /** Also sends headers, such as {@code Accept-Encoding}. */
    Refusal(Problem problem, Map<String, String> headers) {
        super(problem.slug(), null, false, false); // no stack trace: it is an answer, not a fault
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
