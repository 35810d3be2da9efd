package org.roomnight.oauth;

import org.roomnight.kernel.StorageUnavailableException;

/** The keys of the outside issuer cannot be fetched, so that no token of its can be judged now. */
public final class IssuerUnavailableException extends StorageUnavailableException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(String sentence, Throwable cause) {
        super(false, sentence, cause);
    }
}
