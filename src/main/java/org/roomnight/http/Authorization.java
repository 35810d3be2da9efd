package org.roomnight.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Secret;

/** What an Authorization header says (RFC 9110 §11.6.2). */
public sealed interface Authorization {

    /** Username and password (RFC 7617, charset UTF-8). */
    record Basic(String username, Secret password) implements Authorization {}

    /** An OAuth2 access token (RFC 6750). */
    record Bearer(Secret token) implements Authorization {}

    /** There is no header. */
    record None() implements Authorization {}

    /** There is one, but it cannot be read or is of a scheme that is not taken here. */
    record Unreadable() implements Authorization {}

    /** There are several headers, and nobody can tell which one is meant. */
    record Several() implements Authorization {}

    static Authorization read(Enumeration<String> headers) {
        if (!headers.hasMoreElements()) {
            return new None();
        }
        String header = headers.nextElement().strip();
        if (headers.hasMoreElements()) {
            return new Several();
        }
        int blank = header.indexOf(' ');
        String scheme = blank < 0 ? header : header.substring(0, blank);
        String value = blank < 0 ? "" : header.substring(blank).strip();
        if (scheme.equalsIgnoreCase("Basic")) {
            return basic(value);
        }
        boolean bearer = scheme.equalsIgnoreCase("Bearer") && !value.isEmpty();
        return bearer ? new Bearer(new Secret(value)) : new Unreadable();
    }

    /** Whether there are several headers, and nobody can tell which one is meant. */
    static boolean areSeveral(Enumeration<String> headers) {
        if (!headers.hasMoreElements()) {
            return false;
        }
        String _ = headers.nextElement();
        return headers.hasMoreElements();
    }

    private static Authorization basic(String value) {
        String text = decoded(value);
        int colon = text == null ? -1 : text.indexOf(':');
        return text == null || colon < 0 || text.indexOf('\0') >= 0
                ? new Unreadable()
                : new Basic(text.substring(0, colon), new Secret(text.substring(colon + 1)));
    }

    private static @Nullable String decoded(String value) {
        try {
            byte[] octets = Base64.getDecoder().decode(value);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return null;
        }
    }
}
