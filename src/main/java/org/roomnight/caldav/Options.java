package org.roomnight.caldav;

import java.util.Map;

/** OPTIONS (RFC 9110 §9.3.7, RFC 4918 §10.1). */
final class Options implements DavMethod {

    /** Without 2 (LOCK), access-control (the ACL method) and scheduling, which are not here. */
    static final String DAV = "1, 3, extended-mkcol, calendar-access, calendar-no-timezone";

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

    /** What an address may be asked, going by its shape. */
    static String allow(DavPath path) {
        String reading = "OPTIONS, GET, HEAD, PROPFIND, REPORT";
        return switch (path) {
            case DavPath.Calendar _ -> reading + ", PROPPATCH, MKCALENDAR, MKCOL, DELETE, COPY, MOVE";
            case DavPath.Member _ -> reading + ", PROPPATCH, PUT, DELETE, COPY, MOVE";
            case DavPath.Home _, DavPath.Principal _ -> reading + ", PROPPATCH";
            case DavPath.Site _, DavPath.Root _, DavPath.Principals _, DavPath.Homes _, DavPath.Nowhere _ -> reading;
        };
    }
}
