package org.roomnight.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bodies as they stand in a transcript and as they are on the wire. A line end of a transcript is LF; in iCalendar it
 * stands for CRLF (RFC 5545 §3.1), also inside of XML, and what is another one is spelled out.
 *
 * @param folder of the transcript, in which {@code @files/name} is looked up
 */
record Texts(Path folder) {

    static final String CALENDAR = "text/calendar";

    private static final Pattern FILE = Pattern.compile("@files/([A-Za-z0-9._-]+)");

    /** CRLF as LF, and bare CR and LF spelled out: what looks the same has the same octets. */
    static String visible(String text) {
        return text.replace("\r\n", "\u0000")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;")
                .replace('\u0000', '\n');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a request sends: a file as it is, calendar objects with CRLF, all else with LF. */
    byte[] toSend(List<String> body, String contentType, Variables variables) {
        if (body.size() == 1) {
            Matcher file = FILE.matcher(body.getFirst());
            if (file.matches()) {
                return octets(file.group(1));
            }
        }
        boolean calendar = contentType.startsWith(CALENDAR);
        String text = body.isEmpty() ? "" : String.join(calendar ? "\r\n" : "\n", body) + (calendar ? "\r\n" : "\n");
        return variables.fill(text).getBytes(StandardCharsets.UTF_8);
    }

    /** What is expected of a body that is no XML. */
    String expectedText(List<String> body) {
        if (body.size() == 1) {
            Matcher file = FILE.matcher(body.getFirst());
            if (file.matches()) {
                return visible(text(file.group(1)));
            }
        }
        return body.isEmpty() ? "" : String.join("\n", body) + "\n";
    }

    /** What is expected of a body that is XML, in canonical form. */
    String expectedXml(List<String> body) {
        List<String> tags =
                body.stream().filter(line -> !line.startsWith("<?xml")).toList();
        String text = String.join("&#13;\n", tags); // a bare CRLF is LF to every XML parser
        return CanonicalXml.of(
                Pattern.compile(">" + FILE.pattern() + "<").matcher(text).replaceAll(this::inXml));
    }

    /** A readable body with the names of files where it has their content. */
    String withFileNames(String readable) {
        if (!Files.isDirectory(folder.resolve("files"))) {
            return readable;
        }
        String text = readable;
        for (Path file : Transcripts.list(folder.resolve("files"), Files::isRegularFile)) {
            String name = "@files/" + file.getFileName();
            String content = visible(text(String.valueOf(file.getFileName())));
            text = text.equals(content) ? name : text.replace(">" + escaped(content) + "<", ">" + name + "<");
        }
        return text;
    }

    private String inXml(MatchResult file) {
        String content = escaped(text(file.group(1))).replace("\r", "&#13;");
        return Matcher.quoteReplacement(">" + content + "<");
    }

    private String text(String name) {
        return new String(octets(name), StandardCharsets.UTF_8);
    }

    private byte[] octets(String name) {
        try {
            return Files.readAllBytes(folder.resolve("files").resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
