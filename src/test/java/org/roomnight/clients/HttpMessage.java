package org.roomnight.clients;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request or an answer of HTTP/1.1 as it is on the wire: start line, header lines in their order, body. Only bodies
 * framed by Content-Length are known; others end the reading with an exception.
 */
record HttpMessage(String start, List<String> headers, byte[] body) {

    private static final int MAX_HEAD_OCTETS = 64 * 1024;

    HttpMessage {
        headers = List.copyOf(headers);
    }

    /** The next message, or none at the end of the stream. */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        return readHead(in).map(head -> head.withBodyOf(in));
    }

    /** The same without its body, which is not sent or not wanted. */
    static Optional<HttpMessage> readHead(InputStream in) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        while (!octets.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0 || octets.size() == MAX_HEAD_OCTETS) {
                return Optional.empty();
            }
            octets.write(octet);
        }
        List<String> lines = octets.toString(ISO_8859_1).lines().toList();
        return Optional.of(new HttpMessage(lines.getFirst(), lines.subList(1, lines.size() - 1), new byte[0]));
    }

    HttpMessage withBodyOf(InputStream in) {
        if (header("Transfer-Encoding").isPresent()) {
            throw new IllegalStateException("no Content-Length: " + this);
        }
        try {
            byte[] octets = in.readNBytes(
                    header("Content-Length").map(Integer::parseInt).orElse(0));
            return new HttpMessage(start, headers, octets);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes((start + "\r\n").getBytes(ISO_8859_1));
        headers.forEach(line -> octets.writeBytes((line + "\r\n").getBytes(ISO_8859_1)));
        octets.writeBytes("\r\n".getBytes(ISO_8859_1));
        octets.writeBytes(body);
        octets.writeTo(out);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    HttpMessage withStart(String other) {
        return new HttpMessage(other, headers, body);
    }

    /** With one header of that name, in place of what was there or after all others. */
    HttpMessage with(String name, String value) {
        List<String> changed = new ArrayList<>(headers);
        changed.removeIf(line -> isNamed(line, name));
        changed.add(name + ": " + value);
        return new HttpMessage(start, changed, body);
    }

    HttpMessage withBody(byte[] other) {
        return new HttpMessage(start, headers, other).with("Content-Length", Integer.toString(other.length));
    }

    private static boolean isNamed(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    /** Of a request: its method. */
    String method() {
        return start.substring(0, start.indexOf(' '));
    }

    /** Of a request: what it asks for. */
    String target() {
        return start.substring(start.indexOf(' ') + 1, start.lastIndexOf(' '));
    }

    /** Of an answer: the status. */
    int status() {
        return Integer.parseInt(start.split(" ", 3)[1]);
    }
}
