package org.roomnight.http;

import java.util.Map;

/** The WWW-Authenticate headers of refusals (RFC 9110 §11.6.1, RFC 7617, RFC 6750 §3). */
public final class Challenges {

    private static final String HEADER = "WWW-Authenticate";

    /** Of the doors that take a passkey. */
    public static final Map<String, String> PASSKEY = Map.of(HEADER, "Basic realm=\"Roomnight\", charset=\"UTF-8\"");

    /** Where no token was sent, and so no error code. */
    public static final Map<String, String> TOKEN = Map.of(HEADER, "Bearer");

    public static final Map<String, String> INVALID_TOKEN = Map.of(HEADER, "Bearer error=\"invalid_token\"");

    private Challenges() {}

    public static Map<String, String> insufficientScope(String needed) {
        return Map.of(HEADER, "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(needed));
    }
}
