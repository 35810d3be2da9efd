package org.roomnight.caldav;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** OPTIONS (RFC 9110 §9.3.7, RFC 4918 §10.1). */
final class Options implements DavMethod {

    /** Without 2 (LOCK), access-control (the ACL method) and scheduling, which are not here. */
    static final String DAV = "1, 3, extended-mkcol, calendar-access, calendar-no-timezone";

    private static final List<String> READING = List.of("OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT");

    @Override
    public String name() {
        return "OPTIONS";
    }

    @Override
    public boolean safe() {
        return false; // it needs no revision
    }

    @Override
    public DavAnswer answer(DavCall call) {
        return new DavAnswer(200, Map.of("Allow", allow(call.path())), new byte[0]);
    }

    /** What an address may be asked, for the Allow header. */
    static String allow(DavPath path) {
        return String.join(", ", methods(path));
    }

    /** The same as names, going by the shape of the address. */
    static List<String> methods(DavPath path) {
        return switch (path) {
            case DavPath.Calendar _ -> and("PROPPATCH", "MKCALENDAR", "MKCOL", "DELETE", "COPY", "MOVE");
            case DavPath.Member _ -> and("PROPPATCH", "PUT", "DELETE", "COPY", "MOVE");
            case DavPath.Home _, DavPath.Principal _ -> and("PROPPATCH");
            case DavPath.Site _, DavPath.Root _, DavPath.Principals _, DavPath.Homes _, DavPath.Nowhere _ -> READING;
        };
    }

    private static List<String> and(String... more) {
        return Stream.concat(READING.stream(), Stream.of(more)).toList();
    }
}
