package org.roomnight.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.Problems;
import org.roomnight.kernel.IdentifierSource;

/** Says what was wrong with a request that did not get as far as a door, as a problem of RFC 9457. */
final class BareErrors extends ErrorHandler {

    private static final int FIRST_SERVER_ERROR = 500;

    private final IdentifierSource identifiers;

    BareErrors(IdentifierSource identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(problem(status).getBytes(UTF_8)), callback);
    }

    private String problem(int status) {
        boolean ours = status >= FIRST_SERVER_ERROR;
        // All texts are our own, so nothing needs escaping.
        return """
                {"type":"urn:roomnight:problem:%s","title":"%s","status":%d,"detail":"%s","instance":"urn:uuid:%s"}""".formatted(
                ours ? "internal" : "bad-message",
                HttpStatus.getMessage(status),
                status,
                ours ? "The server could not answer this request." : "This is not a request that the server accepts.",
                identifiers.next());
    }
}
