package org.roomnight.rest;

import java.util.Arrays;
import org.roomnight.http.Problem;
import org.roomnight.kernel.ProblemCategory;

/** Problems for statuses that a container or a framework chose. */
final class ErrorProblems {

    private ErrorProblems() {}

    static Problem ofStatus(int status) {
        return switch (category(status)) {
            case NOT_FOUND -> Refusals.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> Problem.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> Refusals.NOT_ACCEPTABLE;
            case CONTENT_TOO_LARGE -> Refusals.TOO_LARGE;
            case INTERNAL -> problem(ProblemCategory.INTERNAL, "This server failed. Try again, and tell its operator.");
            case UNAVAILABLE -> problem(ProblemCategory.UNAVAILABLE, "This server cannot answer now. Try again soon.");
            case ProblemCategory other -> problem(other, "The request cannot be handled like this.");
        };
    }

    static Problem internal(String instance) {
        return problem(
                ProblemCategory.INTERNAL,
                "This server failed. Try again; if it fails again, tell its operator the instance %s."
                        .formatted(instance));
    }

    private static ProblemCategory category(int status) {
        return Arrays.stream(ProblemCategory.values())
                .filter(category -> category.status() == status)
                .findFirst()
                .orElse(status >= 500 ? ProblemCategory.INTERNAL : ProblemCategory.BAD_REQUEST);
    }

    private static Problem problem(ProblemCategory category, String detail) {
        String slug = category.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String title = slug.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + slug.substring(1).replace('-', ' ');
        return Problem.of(category, slug, title, detail);
    }
}
