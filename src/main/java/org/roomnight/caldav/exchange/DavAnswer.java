package org.roomnight.caldav.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/** A whole answer, ready to be sent. */
public record DavAnswer(int status, Map<String, String> headers, AnswerBody body) {

    public static final String XML = "application/xml; charset=utf-8";
    private static final byte[] NOTHING = new byte[0];

    public DavAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, new AnswerBody.Octets(body));
    }

    public static DavAnswer empty(int status) {
        return new DavAnswer(status, Map.of(), NOTHING);
    }

    public static DavAnswer xml(int status, byte[] body) {
        return xml(status, new AnswerBody.Octets(body));
    }

    public static DavAnswer xml(int status, AnswerBody body) {
        return new DavAnswer(status, Map.of("Content-Type", XML), body);
    }

    public DavAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new DavAnswer(status, more, body);
    }
}
