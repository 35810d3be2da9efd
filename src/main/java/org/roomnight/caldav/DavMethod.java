package org.roomnight.caldav;

/** One HTTP method of this door. */
interface DavMethod {

    /** As in the request line. */
    String name();

    /** Whether nothing changes, so that the answer may be kept as long as the property's revision stays. */
    boolean safe();

    DavAnswer answer(DavCall call);
}
