package org.roomnight.http;

import java.time.Duration;
import java.util.Map;
import org.roomnight.kernel.ProblemCategory;

/** What every door that takes a passkey says to who may not come in, in the same words at each. */
public final class Doorstep {

    /** A refusal with the headers that belong to it. */
    public record Rejection(Problem problem, Map<String, String> headers) {}

    /** Without credentials, with wrong ones or with some that cannot be read. */
    public static final Rejection CREDENTIALS_NEEDED = new Rejection(
            Problem.of(
                    ProblemCategory.UNAUTHENTICATED,
                    "authentication-needed",
                    "Authentication needed",
                    "Give the hotel identifier as username and the passkey as password. A passkey that was made anew"
                            + " replaces the old one everywhere."),
            Challenges.PASSKEY);

    public static final Rejection SEVERAL_CREDENTIALS = new Rejection(
            Problem.of(
                    ProblemCategory.BAD_REQUEST,
                    "bad-request",
                    "Bad request",
                    "Send one Authorization header, not several."),
            Map.of());

    private Doorstep() {}

    public static Rejection tooManyFailures(Duration wait) {
        return new Rejection(
                Problem.of(
                        ProblemCategory.TOO_MANY_REQUESTS,
                        "too-many-failures",
                        "Too many wrong passkeys",
                        "Too many wrong passkeys came from your address. A right one is accepted at any time."),
                RetryAfter.in(wait).header());
    }
}
