package org.roomnight.feed;

import java.util.Map;
import org.roomnight.http.Problem;
import org.roomnight.kernel.ProblemCategory;

/** An answer of the feed door other than a calendar. */
record Refusal(Problem problem, Map<String, String> headers) {

    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Basic realm=\"Roomnight\", charset=\"UTF-8\"");

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

    static Refusal credentialsNeeded() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.UNAUTHENTICATED,
                        "authentication-needed",
                        "Authentication needed",
                        "Give the hotel identifier as username and the passkey as password. A passkey that was made anew replaces the old one everywhere."),
                CHALLENGE);
    }

    static Refusal tokenInvalid() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.UNAUTHENTICATED,
                        "authentication-needed",
                        "Authentication needed",
                        "The access token is unknown, expired or revoked: ask for a new one at /oauth2/token."),
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    static Refusal scopeMissing() {
        return new Refusal(
                Problem.of(
                        ProblemCategory.FORBIDDEN,
                        "scope-missing",
                        "Scope missing",
                        "The access token needs the scope booking.read."),
                Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"booking.read\""));
    }

    static Refusal badRequest(String detail) {
        return plain(ProblemCategory.BAD_REQUEST, "bad-request", "Bad request", detail);
    }

    static Refusal tooManyFailures(long retryAfterSeconds) {
        return new Refusal(
                Problem.of(
                        ProblemCategory.TOO_MANY_REQUESTS,
                        "too-many-failures",
                        "Too many wrong passkeys",
                        "Too many wrong passkeys came from your address. A right one is accepted at any time."),
                Map.of("Retry-After", Long.toString(retryAfterSeconds)));
    }

    static Refusal unavailable(int retryAfterSeconds) {
        return new Refusal(
                Problem.of(
                        ProblemCategory.UNAVAILABLE,
                        "unavailable",
                        "Temporarily unavailable",
                        "The calendar cannot be read at the moment. Keep what you have and come back later."),
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    private static Refusal plain(ProblemCategory category, String slug, String title, String detail) {
        return new Refusal(Problem.of(category, slug, title, detail), Map.of());
    }
}
