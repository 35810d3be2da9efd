package org.roomnight.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.Problems;
import org.roomnight.http.SecurityHeaders;
import org.roomnight.kernel.IdentifierSource;

/**
 * Says what was wrong with a request that did not get as far as a door: as DAV:error (RFC 4918 §16) where CalDAV answers,
 * else as a problem of RFC 9457. Whatever the method, and nothing for HEAD.
 */
final class EarlyErrors extends ErrorHandler {

    private static final int FIRST_SERVER_ERROR = 500;
    private static final String XML = "application/xml; charset=utf-8";

    private final IdentifierSource identifiers;

    EarlyErrors(IdentifierSource identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        boolean dav = isDav(request);
        byte[] body = (dav ? davError(status) : problem(status)).getBytes(UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, dav ? XML : Problems.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(SecurityHeaders.CONTENT_TYPE_OPTIONS, SecurityHeaders.NO_SNIFFING);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean none = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, none ? null : ByteBuffer.wrap(body), callback);
    }

    /** Of a head that could not be read there is no address, or a part of one. */
    private static boolean isDav(Request request) {
        return request.getHttpURI() != null
                && NamedDoors.isDav(request.getHttpURI().getPath());
    }

    /** All texts are our own, so nothing needs escaping. */
    private String problem(int status) {
        return """
            {"type":"urn:roomnight:problem:%s","title":"%s","status":%d,"detail":"%s","instance":"urn:uuid:%s"}\
            """.formatted(
                        status >= FIRST_SERVER_ERROR ? "internal" : "bad-message",
                        HttpStatus.getMessage(status),
                        status,
                        sentence(status),
                        identifiers.next());
    }

    private static String davError(int status) {
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <D:error xmlns:D="DAV:" xmlns:R="urn:roomnight:dav"><R:sentence>%s</R:sentence></D:error>\
            """.formatted(sentence(status));
    }

    private static String sentence(int status) {
        return status >= FIRST_SERVER_ERROR
                ? "The server could not answer this request."
                : switch (status) {
                    case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not come in time.";
                    case HttpStatus.NOT_FOUND_404 -> "There is nothing here.";
                    default -> "This is not a request that the server accepts.";
                };
    }
}
