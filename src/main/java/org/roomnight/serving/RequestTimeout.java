package org.roomnight.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.roomnight.http.Problems;

/** The answer to a head that did not come to its end in time (RFC 9110 §15.5.9), before there is a request to answer. */
final class RequestTimeout {

    private static final String BODY = """
        {"type":"urn:roomnight:problem:request-timeout","title":"Request Timeout","status":408,\
        "detail":"The head of the request did not come in time."}\
        """;

    private static final byte[] ANSWER =
            ("HTTP/1.1 408 Request Timeout\r\nContent-Type: %s\r\nCache-Control: no-store\r\n"
                            + "Connection: close\r\nContent-Length: %d\r\n\r\n%s")
                    .formatted(Problems.CONTENT_TYPE, BODY.length(), BODY)
                    .getBytes(US_ASCII);

    private RequestTimeout() {}

    /** Never waits; {@code then} runs when the answer is on its way, or cannot be given. */
    static void answer(EndPoint endPoint, Runnable then) {
        try {
            endPoint.write(Callback.from(then), ByteBuffer.wrap(ANSWER));
        } catch (WritePendingException _) {
            then.run();
        }
    }
}
