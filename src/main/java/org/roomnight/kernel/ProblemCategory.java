package org.roomnight.kernel;

/** What can go wrong for a caller, and the HTTP status that says so (RFC 9110 §15). */
public enum ProblemCategory {
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CLASH(409),
    PRECONDITION_FAILED(412),
    CONTENT_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RULE_BROKEN(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    NOT_IMPLEMENTED(501),
    UNAVAILABLE(503);

    private final int status;

    ProblemCategory(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
