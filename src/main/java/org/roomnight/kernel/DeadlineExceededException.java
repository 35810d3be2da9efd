package org.roomnight.kernel;

/** A request has used up its time before it was answered. Nothing of it is stored; doors answer 503 with Retry-After. */
public final class DeadlineExceededException extends StorageUnavailableException {

    private static final long serialVersionUID = 1L;

    public DeadlineExceededException() {
        super(false, "the request has used up its time", new IllegalStateException("deadline exceeded"));
    }
}
