package org.roomnight.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached or did not answer in time. When {@link #outcomeUnknown} is true the write may or may
 * not have been kept: the caller says so and asks for a retry with the same key. So it is, too, when only what comes after
 * the write failed, such as the look at what is to be shown of it.
 */
public class StorageUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Causes looked at; nothing wraps deeper, and a circle of causes ends here. */
    private static final int MAX_DEPTH = 20;

    private final boolean outcomeUnknown;

    public StorageUnavailableException(boolean outcomeUnknown, String sentence, Throwable cause) {
        super(sentence, cause);
        this.outcomeUnknown = outcomeUnknown || Deadline.hasStored();
    }

    /** The one that a failure is, or was caused by however deep below; doors ask, for frameworks wrap what is thrown. */
    public static Optional<StorageUnavailableException> in(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof StorageUnavailableException found) {
                return Optional.of(found);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
