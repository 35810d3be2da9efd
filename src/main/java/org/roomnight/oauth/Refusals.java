package org.roomnight.oauth;

import org.roomnight.http.Problem;
import org.roomnight.kernel.ProblemCategory;

/** The problems that this module answers with. */
final class Refusals {

    static final Problem TOKEN_NEEDED = Problem.of(
            ProblemCategory.UNAUTHENTICATED,
            "authentication-needed",
            "Authentication needed",
            "Send a bearer token in the Authorization header.");

    static final Problem TOKEN_REFUSED = Problem.of(
            ProblemCategory.UNAUTHENTICATED,
            "token-refused",
            "Token refused",
            "The bearer token is malformed, unknown, expired or revoked. Ask for a new one.");

    static final Problem TWO_AUTHORIZATIONS = Problem.of(
            ProblemCategory.BAD_REQUEST,
            "two-authorizations",
            "Two Authorization headers",
            "A request carries one Authorization header.");

    static final Problem TOKEN_IN_ADDRESS = Problem.of(
            ProblemCategory.BAD_REQUEST,
            "token-in-address",
            "Token in the address",
            "A token belongs into the Authorization header; addresses end up in logs. Revoke this one.");

    static final Problem CROSS_ORIGIN = Problem.of(
            ProblemCategory.FORBIDDEN,
            "cross-origin-refused",
            "Cross-origin request refused",
            "This API is not for scripts of other web sites.");

    static final Problem NOT_FOUND = Problem.of(
            ProblemCategory.NOT_FOUND, "not-found", "Not found", "There is nothing at this address for you.");

    static final Problem UNKNOWN_METHOD = Problem.of(
            ProblemCategory.NOT_IMPLEMENTED,
            "method-unknown",
            "Method not implemented",
            "This server does not know the method of the request.");

    static final Problem MALFORMED = Problem.of(
            ProblemCategory.BAD_REQUEST,
            "request-malformed",
            "Malformed request",
            "The request has characters that do not belong where they are.");

    static final Problem UNAVAILABLE = Problem.of(
            ProblemCategory.UNAVAILABLE,
            "dependency-unreachable",
            "Cannot answer now",
            "Something this server depends on cannot be reached. Try again soon.");

    static final Problem OUTCOME_UNKNOWN = Problem.of(
            ProblemCategory.UNAVAILABLE,
            "outcome-unknown",
            "Outcome unknown",
            "The database did not say whether the change was kept, so its outcome is unknown. Send the same request"
                    + " again: a token that was made but not shown is of no use to anybody, and revoking twice does no"
                    + " harm.");

    static final Problem NO_FORM = Problem.of(
            ProblemCategory.UNSUPPORTED_MEDIA_TYPE,
            "media-type-unsupported",
            "Unsupported media type",
            "Send a form in UTF-8, with one Content-Type application/x-www-form-urlencoded.");

    static final Problem TOO_MANY_TOKENS = Problem.of(
            ProblemCategory.TOO_MANY_REQUESTS,
            "too-many-tokens",
            "Too many tokens",
            "This client has asked for more than %d tokens in a minute. A token is good for three hours: keep it."
                    .formatted(TokenLimit.TOKENS_A_MINUTE));

    private Refusals() {}

    static Problem scopeMissing(Scope needed) {
        return Problem.of(
                        ProblemCategory.FORBIDDEN,
                        "scope-missing",
                        "Scope missing",
                        "This call needs the scope %s, which the token does not have.".formatted(needed.text()))
                .with("scope", needed.text());
    }
}
