package org.roomnight.rest;

import javax.crypto.SecretKey;

/** Authenticates the cursors of lists; the same on every node, so that any node can go on with a list. */
public record CursorKey(SecretKey key) {

    @Override
    public String toString() {
        return "***";
    }
}
