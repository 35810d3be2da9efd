package org.roomnight.transcripts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of requests with the answers that are expected, in order.
 *
 * @param file where it stands; bodies that it names lie in {@code files} beside it
 * @param comment what it says of itself at the top, without the marks
 * @param lines the whole file
 */
record Transcript(Path file, List<String> comment, List<Step> steps, List<String> lines) {

    static final String PROVENANCE = "Provenance: ";

    Transcript {
        comment = List.copyOf(comment);
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /** Where the requests come from: a section of an RFC, or a calendar program and its version. */
    Optional<String> provenance() {
        return comment.stream()
                .filter(line -> line.startsWith(PROVENANCE))
                .map(line -> line.substring(PROVENANCE.length()).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** What happens next; {@code line} is its first line in the file, counted from 1. */
    sealed interface Step {
        int line();
    }

    /** Something that happens in the house and no calendar program sees. */
    record Deed(int line, List<String> words) implements Step {
        Deed {
            words = List.copyOf(words);
        }
    }

    /** @param expected null where the file does not say what is answered */
    record Exchange(int line, Request request, @Nullable Expectation expected) implements Step {}

    record Header(String name, String value) {}

    /** @param body its lines; empty where there is none */
    record Request(String method, String target, List<Header> headers, List<String> body) {
        Request {
            headers = List.copyOf(headers);
            body = List.copyOf(body);
        }
    }

    /**
     * @param headers those that are compared; others may be there
     * @param body its lines; empty where there must be none
     * @param line its first line in the file, counted from 1
     * @param length how many lines of the file it takes
     */
    record Expectation(int status, List<Header> headers, List<String> body, int line, int length) {

        /** The value that says that a header must not be there. */
        static final String ABSENT = "(none)";

        Expectation {
            headers = List.copyOf(headers);
            body = List.copyOf(body);
        }
    }
}
