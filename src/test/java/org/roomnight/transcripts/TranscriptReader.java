package org.roomnight.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.transcripts.Transcript.Deed;
import org.roomnight.transcripts.Transcript.Exchange;
import org.roomnight.transcripts.Transcript.Expectation;
import org.roomnight.transcripts.Transcript.Header;
import org.roomnight.transcripts.Transcript.Request;
import org.roomnight.transcripts.Transcript.Step;

/**
 * Reads transcripts. Each line begins with what it is: {@code #} a comment, {@code !} a deed, {@code >} sent, {@code <}
 * answered. An answer follows its request at once.
 */
final class TranscriptReader {

    private final Path file;
    private final List<String> lines;
    private final List<Step> steps = new ArrayList<>();
    private int next;

    private TranscriptReader(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Transcript read(Path file) {
        try {
            return read(file, Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Transcript read(Path file, String text) {
        return new TranscriptReader(file, text.lines().toList()).read();
    }

    private Transcript read() {
        List<String> comment = lines.stream()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
        while (next < lines.size()) {
            int line = next + 1;
            switch (mark()) {
                case '>' -> exchange(line);
                case '!' ->
                    steps.add(new Deed(
                            line, List.of(lines.get(next++).substring(1).strip().split(" +", -1))));
                case '#', ' ' -> next++;
                default -> throw broken(line, "a line begins with #, !, > or <, and an answer follows a request");
            }
        }
        return new Transcript(file, comment, steps, lines);
    }

    /** The first character of the next line; a blank where that is empty. */
    private char mark() {
        return next >= lines.size() || lines.get(next).isEmpty()
                ? ' '
                : lines.get(next).charAt(0);
    }

    private void exchange(int line) {
        List<String> sent = block('>');
        String[] first = sent.getFirst().split(" ", -1);
        if (first.length != 2) {
            throw broken(line, "a request begins with a method and an address");
        }
        List<String> after = sent.subList(1, sent.size());
        Request request = new Request(first[0], first[1], headers(line, after), body(after));
        @Nullable Expectation expected = mark() == '<' ? expectation() : null;
        steps.add(new Exchange(line, request, expected));
    }

    private Expectation expectation() {
        int line = next + 1;
        List<String> answered = block('<');
        if (!answered.getFirst().matches("[1-5][0-9][0-9]")) {
            throw broken(line, "an answer begins with its status");
        }
        List<String> after = answered.subList(1, answered.size());
        return new Expectation(
                Integer.parseInt(answered.getFirst()), headers(line, after), body(after), line, answered.size());
    }

    /** Lines of one mark, without it and the blank after it. */
    private List<String> block(char mark) {
        List<String> block = new ArrayList<>();
        while (mark() == mark) {
            String line = lines.get(next++);
            block.add(line.substring(line.startsWith(mark + " ") ? 2 : 1));
        }
        return block;
    }

    private List<Header> headers(int line, List<String> block) {
        List<Header> headers = new ArrayList<>();
        for (String text : block.stream().takeWhile(one -> !one.isEmpty()).toList()) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                throw broken(line, "this is no header: " + text);
            }
            headers.add(new Header(
                    text.substring(0, colon), text.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static List<String> body(List<String> block) {
        int blank = block.indexOf("");
        return blank < 0 ? List.of() : block.subList(blank + 1, block.size());
    }

    private IllegalArgumentException broken(int line, String what) {
        return new IllegalArgumentException("%s:%d: %s".formatted(file, line, what));
    }
}
