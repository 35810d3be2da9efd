package org.roomnight.storage;

import org.roomnight.kernel.UnavailableException;

/** The database cannot be reached or did not answer in time. */
public final class StorageUnavailableException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    StorageUnavailableException(boolean outcomeUnknown, String sentence, Throwable cause) {
        super(outcomeUnknown, sentence, cause);
    }
}
