package org.roomnight.serving;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * No leniency towards requests that two programs could read differently (RFC 9112 §11.2): what is not exact is
 * refused, and the connection closed. HTTP/1.1 and 1.0 only, so none of the floods of HTTP/2 exist here.
 */
final class StrictRequests {

    /** Longest address of a request, in octets, with its query; above it 414. */
    static final int MAX_TARGET_OCTETS = 8 * 1024;

    /** Most header fields of a request; above it 431. */
    static final int MAX_FIELDS = 100;

    /** The Host of a request is never used for anything, so it may differ from an absolute address (H-09). */
    private static final HttpCompliance MESSAGES =
            HttpCompliance.STRICT.with("ROOMNIGHT", HttpCompliance.Violation.MISMATCHED_AUTHORITY);

    /** An encoded percent sign is a character of a name (RFC 3986 §2.4), and doors that take names decode once. */
    private static final UriCompliance ADDRESSES =
            UriCompliance.RFC3986.with("ROOMNIGHT", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    /** Below this path are names that people and their programs choose; elsewhere no name has a percent sign. */
    private static final String NAMES_BELOW = "/dav/";

    private StrictRequests() {}

    static void apply(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(MESSAGES);
        http.setUriCompliance(ADDRESSES);
        http.addCustomizer(StrictRequests::refuseTooMuch);
    }

    private static Request refuseTooMuch(Request request, HttpFields.Mutable responseHeaders) {
        if (ambiguousFraming(request) || ambiguousName(request.getHttpURI())) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
        if (codedOtherwise(request)) {
            throw new HttpException.RuntimeException(HttpStatus.NOT_IMPLEMENTED_501);
        }
        if (request.getHttpURI().getPathQuery().length() > MAX_TARGET_OCTETS) {
            throw new HttpException.RuntimeException(HttpStatus.URI_TOO_LONG_414);
        }
        if (request.getHeaders().size() > MAX_FIELDS) {
            throw new HttpException.RuntimeException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
        }
        return request;
    }

    /** Nothing but chunks is undone here, so with any other coding the body would not be what was sent (RFC 9112 §6.1). */
    private static boolean codedOtherwise(Request request) {
        String codings = String.join(",", request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING));
        return !codings.isEmpty() && !codings.strip().equalsIgnoreCase("chunked");
    }

    private static boolean ambiguousName(HttpURI address) {
        return address.hasViolation(UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING)
                && !address.getPath().startsWith(NAMES_BELOW);
    }

    /** HTTP/1.0 has no chunks, and a proxy that knows only that would read the body as the next request. */
    private static boolean ambiguousFraming(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
                && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }
}
