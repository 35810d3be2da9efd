package org.roomnight.kernel;

/**
 * The database cannot be reached or did not answer in time. When {@link #outcomeUnknown} is true the write may or may
 * not have been kept: the caller says so and asks for a retry with the same key.
 */
public class StorageUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    public StorageUnavailableException(boolean outcomeUnknown, String sentence, Throwable cause) {
        super(sentence, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
