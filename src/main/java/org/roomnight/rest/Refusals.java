package org.roomnight.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.roomnight.http.FieldError;
import org.roomnight.http.Problem;
import org.roomnight.kernel.ProblemCategory;

/** The problems that this door answers with; each detail tells a person what to do. */
final class Refusals {

    /** One text for what is unknown, malformed or another account's: nobody can tell which (rule 6). */
    static final Problem NOT_FOUND = Problem.of(
            ProblemCategory.NOT_FOUND, "not-found", "Not found", "There is nothing at this address for you.");

    static final Problem TOKEN_ENDED = Problem.of(
            ProblemCategory.UNAUTHENTICATED,
            "token-refused",
            "Token refused",
            "The bearer token expired or was revoked while the request was under way; nothing was changed. Ask for a"
                    + " new one.");

    static final Problem VERSION_NEEDED = Problem.of(
            ProblemCategory.PRECONDITION_REQUIRED,
            "version-needed",
            "Version needed",
            "Read it first and send its entity tag in If-Match, so that nobody's change is overwritten unseen.");

    static final Problem VERSION_STALE = Problem.of(
            ProblemCategory.PRECONDITION_FAILED,
            "version-stale",
            "Version stale",
            "What is stored is not what If-Match or If-None-Match says. Read it again and repeat your change on that.");

    static final Problem NOT_ACCEPTABLE = Problem.of(
            ProblemCategory.NOT_ACCEPTABLE,
            "not-acceptable",
            "Not acceptable",
            "This address answers application/json. Accept that, or send no Accept header.");

    static final Problem TOO_LARGE = Problem.of(
            ProblemCategory.CONTENT_TOO_LARGE,
            "content-too-large",
            "Content too large",
            "A request body has at most %d octets after decoding.".formatted(RequestOctets.MAX_OCTETS));

    static final Problem TOO_SLOW =
            Problem.of(ProblemCategory.REQUEST_TIMEOUT, "body-too-slow", "Body too slow", "The body came too slowly.");

    static final Problem KEY_REUSED = Problem.of(
            ProblemCategory.RULE_BROKEN,
            "idempotency-key-reused",
            "Idempotency key reused",
            "This Idempotency-Key came with another request before. Use a new key for a new request.");

    static final Problem IDENTIFIER_USED = Problem.of(
            ProblemCategory.CLASH,
            "identifier-used",
            "Identifier used",
            "There is already a booking of that bookingIdentifier. Leave it out, or choose another.");

    static final Problem BLOCK_IDENTIFIER_USED = Problem.of(
            ProblemCategory.CLASH,
            "identifier-used",
            "Identifier used",
            "There is already a block of that identifier. Leave it out, or choose another.");

    static final Problem BUSY = Problem.of(
            ProblemCategory.UNAVAILABLE,
            "busy",
            "Busy",
            "Too many lists of this account are being read at once. Ask again in a moment, or for fewer at a time.");

    private Refusals() {}

    static Refusal badRequest(String slug, String title, String detail) {
        return new Refusal(Problem.of(ProblemCategory.BAD_REQUEST, slug, title, detail));
    }

    static Refusal badParameter(String detail) {
        return badRequest("parameter-malformed", "Malformed parameter", detail);
    }

    static Refusal badJson(String detail) {
        return badRequest("json-malformed", "Malformed JSON", detail);
    }

    static Refusal mediaType(String detail, Map<String, String> headers) {
        return new Refusal(
                Problem.of(
                        ProblemCategory.UNSUPPORTED_MEDIA_TYPE,
                        "media-type-unsupported",
                        "Unsupported media type",
                        detail),
                headers);
    }

    static Refusal rulesBroken(List<FieldError> errors) {
        return new Refusal(Problem.of(
                        ProblemCategory.RULE_BROKEN,
                        "rule-broken",
                        "Rule broken",
                        "The request can be read, but breaks rules. Correct what errors[] names and send it again.")
                .withErrors(errors));
    }

    static Refusal clash(String slug, String title, String detail) {
        return new Refusal(Problem.of(ProblemCategory.CLASH, slug, title, detail));
    }

    static Refusal clashOn(String slug, String title, String detail, List<LocalDate> dates) {
        return new Refusal(Problem.of(ProblemCategory.CLASH, slug, title, detail)
                .with("dates", dates.stream().map(LocalDate::toString).toList()));
    }

    static Refusal notFound() {
        return new Refusal(NOT_FOUND);
    }
}
