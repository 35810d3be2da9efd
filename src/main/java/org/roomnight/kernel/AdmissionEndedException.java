package org.roomnight.kernel;

/** Who sent a request was let in, but may not any more: the passkey or token was replaced, revoked or expired since. */
public final class AdmissionEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AdmissionEndedException() {
        super("what let the request in has ended", null, false, false); // no stack trace: it is an answer
    }
}
