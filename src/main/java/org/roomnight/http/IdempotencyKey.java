package org.roomnight.http;

/**
 * The caller's own name for one request. {@code fingerprint} tells whether a second request under the same key is the
 * same one.
 */
public record IdempotencyKey(String client, String route, String key, String fingerprint) {

    /** Longest key, in characters. */
    public static final int MAX_LENGTH = 255;
}
