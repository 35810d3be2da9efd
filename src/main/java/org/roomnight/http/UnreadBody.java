package org.roomnight.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is left of the body of a request whose answer is known already. */
public final class UnreadBody {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);

    /** Longest one that is read, in octets: twice what any door takes. */
    static final int MAX_OCTETS = 2 * 1024 * 1024;

    private UnreadBody() {}

    /**
     * Reads it and throws it away: with some of it unread the connection would end, at times before the client, which
     * reads the answer only after it has sent everything, has seen it; and programs that ask the first time without a
     * password send the same again on it. A client that waits for 100 (Continue) gets the answer instead and sends
     * nothing (RFC 9110 §10.1.1).
     */
    public static void passOver(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_OCTETS || request.getHeader("Expect") != null) {
            return;
        }
        try {
            long _ = request.getInputStream().skip(MAX_OCTETS);
        } catch (IOException _) {
            LOG.debug("event=body-unreadable");
        }
    }
}
