package org.roomnight.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

/** Whether a request failed only because its client has gone: nobody reads an answer, and it is no fault of ours. */
public final class HungUp {

    private HungUp() {}

    /** The web server tells of every connection that ends too early, or stands still for too long, by one of these. */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof EOFException
                        || cause instanceof ClosedChannelException
                        || (cause instanceof IOException && cause.getCause() instanceof TimeoutException));
    }
}
