package org.roomnight.security;

import org.roomnight.http.Problem;
import org.roomnight.kernel.ProblemCategory;

/** The problems that chains answer with before a door sees a request. */
public final class SecurityProblems {

    /** One text for what is unknown, malformed or another account's: nobody can tell which. */
    public static final Problem NOT_FOUND = Problem.of(
            ProblemCategory.NOT_FOUND, "not-found", "Not found", "There is nothing at this address for you.");

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

    private SecurityProblems() {}
}
