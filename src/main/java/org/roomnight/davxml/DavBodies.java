package org.roomnight.davxml;

/** Reads request bodies. What no body at all means is said at each. */
public final class DavBodies {

    /** Largest body, in octets. */
    public static final int MAX_OCTETS = 256 * 1024;

    private DavBodies() {}

    /** No body asks for all properties (RFC 4918 §9.1). */
    public static Asked<PropRequest> propfind(byte[] octets) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Asked<PropertyUpdate> proppatch(byte[] octets) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** No body begins without properties. */
    public static Asked<NewCollection> mkcalendar(byte[] octets) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** No body begins without properties. */
    public static Asked<NewCollection> mkcol(byte[] octets) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Asked<Report> report(byte[] octets) {
        throw new UnsupportedOperationException("not written yet");
    }
}
