package org.roomnight.oauth;

/** The keys of the outside issuer cannot be fetched, so that no token of its can be judged now. */
public final class IssuerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
