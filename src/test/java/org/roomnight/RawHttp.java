package org.roomnight;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection that sends exactly what it is told and reads answers one by one. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    /** One answer. */
    public record Answer(int status, List<String> headers, String body) {

        public String header(String name) {
            String begin = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(begin))
                    .findFirst()
                    .map(header -> header.substring(begin.length()).strip())
                    .orElse("");
        }
    }

    private final Socket socket;

    public RawHttp(TestServer server) {
        this(server.port());
    }

    /** To a port of this machine. */
    public RawHttp(int port) {
        this(connected(port));
    }

    public RawHttp(Socket socket) {
        this.socket = socket;
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Socket connected(int port) {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next octet; negative when the server has closed. */
    public int octet() {
        try {
            return socket.getInputStream().read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Socket socket() {
        return socket;
    }

    public RawHttp send(String octets) {
        return send(octets.getBytes(ISO_8859_1));
    }

    public RawHttp send(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
            socket.getOutputStream().flush();
        } catch (SocketException _) {
            // The server has closed already: what it said can still be read.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** The next final answer to a GET, POST, …; interim ones are answers too. */
    public Answer read() {
        try {
            String first = line();
            if (first.isEmpty()) {
                throw new IllegalStateException("the connection was closed without an answer");
            }
            List<String> headers = new ArrayList<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                headers.add(header);
            }
            int status = Integer.parseInt(first.split(" ", -1)[1]);
            Answer head = new Answer(status, headers, "");
            String length = head.header("Content-Length");
            if (head.header("Transfer-Encoding").equals("chunked")) {
                return new Answer(status, headers, chunks());
            }
            boolean none = status < 200 || status == 204 || status == 304 || length.isEmpty();
            return none ? head : new Answer(status, headers, body(Integer.parseInt(length)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(ISO_8859_1);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.append(body(length));
            line();
        }
        line();
        return body.toString();
    }

    private String body(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), ISO_8859_1);
    }

    /** Whether the server has closed its side and sends nothing more; waits for it. */
    public boolean closed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true; // reset
        } catch (IOException failure) {
            return false;
        }
    }

    /** Everything until the server closes. */
    public byte[] rest() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketException _) {
            // reset: what was read before counts
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rest.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
