package org.roomnight.caldav.method;

import java.util.Map;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.tree.AllowedMethods;

/** OPTIONS (RFC 9110 §9.3.7, RFC 4918 §10.1). */
public final class Options implements DavMethod {

    /** Without 2 (LOCK), access-control (the ACL method) and scheduling, which are not here. */
    public static final String DAV = "1, 3, extended-mkcol, calendar-access, calendar-no-timezone";

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
        return new DavAnswer(200, Map.of("Allow", AllowedMethods.header(call.path())), new byte[0]);
    }
}
