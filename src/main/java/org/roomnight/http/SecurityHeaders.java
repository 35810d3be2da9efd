package org.roomnight.http;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that keep browsers from making more of an answer than it is. */
public final class SecurityHeaders {

    public static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
    public static final String NO_SNIFFING = "nosniff";

    /** Of answers that are never a page. */
    public static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** The type is what Content-Type says. */
    public static void noSniffing(HttpServletResponse response) {
        response.setHeader(CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    }

    /** The same of what a browser could show; {@code policy} says what that may load (CSP 3), and nobody learns its address. */
    public static void shown(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        noSniffing(response);
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
