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
                    .formatted(TokenLimitFilter.TOKENS_A_MINUTE));

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
