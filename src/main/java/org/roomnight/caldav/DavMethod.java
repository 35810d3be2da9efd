package org.roomnight.caldav;

/** One HTTP method of this door. */
interface DavMethod {

    /** As in the request line. */
    String name();

    /** Whether nothing changes. */
    boolean safe();

    /** Whether the answer is the same as long as the property's revision is; only asked of safe methods. */
    default boolean mayKeep(DavCall call) {
        return true;
    }

    DavAnswer answer(DavCall call);
}
