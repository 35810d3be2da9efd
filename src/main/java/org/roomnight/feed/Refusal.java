package org.roomnight.feed;

import java.util.Map;
import org.roomnight.http.Challenges;
import org.roomnight.http.Doorstep;
import org.roomnight.http.Problem;
import org.roomnight.http.RetryAfter;
import org.roomnight.kernel.ProblemCategory;

/** An answer of the feed door other than a calendar. */
record Refusal(Problem problem, Map<String, String> headers) {

    static Refusal notFound() {
        return plain(
                ProblemCategory.NOT_FOUND,
                "not-found",
                "Not found",
                "There is no calendar at this address. Copy the address from the connection again.");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "This calendar can only be read: use GET or HEAD."),
                Map.of("Allow", "GET, HEAD"));
    }

    static Refusal of(Doorstep.Rejection rejection) {
        return new Refusal(rejection.problem(), rejection.headers());
    }

    static Refusal tokenInvalid() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.UNAUTHENTICATED,
                        "authentication-needed",
                        "Authentication needed",
                        "The access token is unknown, expired or revoked: ask for a new one at /oauth2/token."),
                Challenges.INVALID_TOKEN);
    }

    static Refusal scopeMissing() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.FORBIDDEN,
                        "scope-missing",
                        "Scope missing",
                        "The access token needs the scope booking.read."),
                Challenges.insufficientScope("booking.read"));
    }

    static Refusal badRequest(String detail) {
        return plain(ProblemCategory.BAD_REQUEST, "bad-request", "Bad request", detail);
    }

    static Refusal unavailable() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.UNAVAILABLE,
                        "unavailable",
                        "Temporarily unavailable",
                        "The calendar cannot be read at the moment. Keep what you have and come back later."),
                RetryAfter.NEXT_POLL.header());
    }

    private static Refusal plain(ProblemCategory category, String slug, String title, String detail) {
        return new Refusal(Problem.of(category, slug, title, detail), Map.of());
    }
}
