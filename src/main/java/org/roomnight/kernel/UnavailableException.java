package org.roomnight.kernel;

/**
 * Something that a request depends on cannot be reached or did not answer in time. When {@link #outcomeUnknown} is true
 * the change may or may not have been kept: the caller says so and asks for a retry with the same key.
 */
public abstract class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    protected UnavailableException(boolean outcomeUnknown, String sentence, Throwable cause) {
        super(sentence, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
