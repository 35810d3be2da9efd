package org.roomnight.connection;

/** Stored octets do not decrypt: they were changed or moved, or this node has not the keys they were sealed with. */
final class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSealException(String sentence) {
        super(sentence);
    }
}
