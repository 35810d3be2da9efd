package org.roomnight.caldav.tree;

import java.util.List;
import java.util.stream.Stream;

/** Which methods an address may be asked, going by its shape (RFC 9110 §10.2.1). */
public final class AllowedMethods {

    private static final List<String> READING = List.of("OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT");

    private AllowedMethods() {}

    public static List<String> of(DavPath path) {
        return switch (path) {
            case DavPath.Calendar _ -> and("PROPPATCH", "MKCALENDAR", "MKCOL", "DELETE", "COPY", "MOVE");
            case DavPath.Member _ -> and("PROPPATCH", "PUT", "DELETE", "COPY", "MOVE");
            case DavPath.Home _, DavPath.Principal _ -> and("PROPPATCH");
            case DavPath.Site _, DavPath.Root _, DavPath.Principals _, DavPath.Homes _, DavPath.Nowhere _ -> READING;
        };
    }

    /** The same as the value of the Allow header. */
    public static String header(DavPath path) {
        return String.join(", ", of(path));
    }

    private static List<String> and(String... more) {
        return Stream.concat(READING.stream(), Stream.of(more)).toList();
    }
}
