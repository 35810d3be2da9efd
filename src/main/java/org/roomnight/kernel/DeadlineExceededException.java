package org.roomnight.kernel;

/**
 * A request has used up its time before it was answered; doors answer 503 with Retry-After. Nothing of it is stored, unless
 * {@link #outcomeUnknown} says otherwise.
 */
public final class DeadlineExceededException extends StorageUnavailableException {

    private static final long serialVersionUID = 1L;

    public DeadlineExceededException() {
        super(false, "the request has used up its time", new IllegalStateException("deadline exceeded"));
    }
}
