package org.roomnight.caldav;

import java.util.LinkedHashMap;
import java.util.Map;

/** A whole answer, ready to be sent. */
record DavAnswer(int status, Map<String, String> headers, AnswerBody body) {

    static final String XML = "application/xml; charset=utf-8";
    private static final byte[] NOTHING = new byte[0];

    DavAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, new AnswerBody.Octets(body));
    }

    static DavAnswer empty(int status) {
        return new DavAnswer(status, Map.of(), NOTHING);
    }

    static DavAnswer xml(int status, byte[] body) {
        return xml(status, new AnswerBody.Octets(body));
    }

    static DavAnswer xml(int status, AnswerBody body) {
        return new DavAnswer(status, Map.of("Content-Type", XML), body);
    }

    DavAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new DavAnswer(status, more, body);
    }
}
