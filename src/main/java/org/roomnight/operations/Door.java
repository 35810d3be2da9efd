package org.roomnight.operations;

import java.util.Locale;

/** Where a request came in, for counting. */
enum Door {
    FEED,
    CALDAV,
    OAUTH,
    REST,
    WEB;

    static Door of(String path) {
        if (path.startsWith("/api/cal/") || path.startsWith("/ical/")) {
            return FEED;
        }
        if (path.startsWith("/dav/") || path.equals("/.well-known/caldav")) {
            return CALDAV;
        }
        if (path.startsWith("/oauth2/") || path.startsWith("/.well-known/oauth")) {
            return OAUTH;
        }
        return path.startsWith("/api/") ? REST : WEB;
    }

    /** As it stands in the metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
