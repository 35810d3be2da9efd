package org.roomnight.serving;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections that keep method and door of a request whose address cannot be read, such as {@code /dav/%zz}: of those the
 * web server keeps neither, and the refusal would be in the words of another door, and have a body for HEAD.
 */
final class NamedDoors extends HttpConnectionFactory {

    /** Where CalDAV answers, and with it DAV:error. */
    private static final List<String> DAV = List.of("/dav/", "/.well-known/caldav");

    /** No character, and so refused like what stood there (RFC 3629 §4). */
    private static final String UNREADABLE = "%FF";

    private static final Pattern SITE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");

    NamedDoors(HttpConfiguration configuration) {
        super(configuration);
    }

    /** Whether an address belongs to CalDAV; null where there is none. */
    static boolean isDav(@Nullable String path) {
        return path != null && (path.equals("/dav") || DAV.stream().anyMatch(path::startsWith));
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new ReadingConnection(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    private static final class ReadingConnection extends HttpConnection {

        ReadingConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String address, HttpVersion version) {
            try {
                return super.newHttpStream(method, address, version);
            } catch (IllegalArgumentException unreadable) {
                String path = SITE.matcher(address).replaceFirst("");
                return super.newHttpStream(method, (isDav(path) ? DAV.getFirst() : "/") + UNREADABLE, version);
            }
        }
    }
}
