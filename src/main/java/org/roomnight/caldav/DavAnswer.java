package org.roomnight.caldav;

import java.util.LinkedHashMap;
import java.util.Map;

/** A whole answer, ready to be sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DavAnswer(int status, Map<String, String> headers, byte[] body) {

    static final String XML = "application/xml; charset=utf-8";
    private static final byte[] NOTHING = new byte[0];

    static DavAnswer empty(int status) {
        return new DavAnswer(status, Map.of(), NOTHING);
    }

    static DavAnswer xml(int status, byte[] body) {
        return new DavAnswer(status, Map.of("Content-Type", XML), body);
    }

    DavAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new DavAnswer(status, more, body);
    }
}
