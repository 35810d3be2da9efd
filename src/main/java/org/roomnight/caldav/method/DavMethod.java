package org.roomnight.caldav.method;

import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;

/** One HTTP method of this door. */
public interface DavMethod {

    /** As in the request line. */
    String name();

    /** Whether nothing changes, so that the answer may be kept as long as the property's revision stays. */
    boolean safe();

    DavAnswer answer(DavCall call);
}
