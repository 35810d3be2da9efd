package org.roomnight.transcripts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roomnight.RawHttp;
import org.roomnight.transcripts.Transcript.Expectation;
import org.roomnight.transcripts.Transcript.Header;

/** Compares an answer with what is expected of it: status, the headers that are named, and the whole body. */
record Comparison(Texts texts, Variables variables) {

    /** What is wrong; empty where nothing is. Keeps the variables that the answer tells. */
    List<String> problems(Expectation expected, RawHttp.Answer answer) {
        List<String> problems = new ArrayList<>();
        if (expected.status() != answer.status()) {
            problems.add("expected the status %d but was %d".formatted(expected.status(), answer.status()));
        }
        for (Header header : expected.headers()) {
            variables
                    .mismatch(header.value(), value(answer, header.name()))
                    .ifPresent(problem -> problems.add("%s: %s".formatted(header.name(), problem)));
        }
        bodyProblem(expected, answer).ifPresent(problems::add);
        return problems;
    }

    private Optional<String> bodyProblem(Expectation expected, RawHttp.Answer answer) {
        if (expected.body().isEmpty()) {
            return answer.body().isEmpty()
                    ? Optional.empty()
                    : Optional.of("no body was expected but there is one:%n%s".formatted(readable(answer)));
        }
        if (expected.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase("Content-Type"))) {
            return Optional.of("whoever expects a body has to expect a Content-Type");
        }
        if (answer.body().isEmpty()) {
            return Optional.of("a body was expected but there is none");
        }
        List<String> body = expected.body().stream().map(variables::fillKnown).toList();
        String wanted = isXml(answer) ? texts.expectedXml(body) : texts.expectedText(body);
        return variables.mismatch(wanted, readable(answer));
    }

    /** All values of a header, as one. */
    static String value(RawHttp.Answer answer, String name) {
        String begin = name.toLowerCase(Locale.ROOT) + ":";
        List<String> values = answer.headers().stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(begin))
                .map(header -> header.substring(begin.length()).strip())
                .toList();
        return values.isEmpty() ? Expectation.ABSENT : values.stream().collect(Collectors.joining(", "));
    }

    private static boolean isXml(RawHttp.Answer answer) {
        return answer.header("Content-Type").startsWith("application/xml");
    }

    /** The body as a transcript shows it. */
    static String readable(RawHttp.Answer answer) {
        String text = new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (isXml(answer)) {
            return CanonicalXml.of(text);
        }
        return answer.header("Content-Type").startsWith(Texts.CALENDAR) ? Texts.visible(text) : text;
    }
}
