package org.roomnight.http;

import java.io.EOFException;

/** The body of a request came too slowly: doors answer 408, and the connection is closed (RFC 9110 §15.5.9). */
public class SlowBodyException extends EOFException {

    private static final long serialVersionUID = 1L;

    public SlowBodyException() {
        super("the body came too slowly");
    }

    /** Whether a body could not be read for this reason. */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.of(failure).anyMatch(SlowBodyException.class::isInstance);
    }
}
