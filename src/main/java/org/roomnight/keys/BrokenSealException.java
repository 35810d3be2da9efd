package org.roomnight.keys;

/** Stored octets do not decrypt: they were changed or moved, or this node has not the keys they were sealed with. */
public final class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenSealException(String sentence) {
        super(sentence);
    }
}
