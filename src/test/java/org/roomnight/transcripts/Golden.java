package org.roomnight.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roomnight.RawHttp;
import org.roomnight.transcripts.Player.Deviation;
import org.roomnight.transcripts.Transcript.Expectation;
import org.roomnight.transcripts.Transcript.Header;

/**
 * Writes into a transcript what was answered, where that is not what the file says. Somebody has to ask for it, and to
 * read what was written before it is committed.
 */
final class Golden {

    static final String PROPERTY = "golden.update";

    /** Headers that are written down where the file does not say which ones matter. */
    private static final List<String> USUAL =
            List.of("Location", "Allow", "DAV", "WWW-Authenticate", "ETag", "Preference-Applied", "Content-Type");

    private static final List<String> ONLY_OF_OPTIONS = List.of("DAV", "Allow");

    /** Where values stand that get a name of their own. */
    private static final Map<String, Pattern> TELLING = Map.of(
            "etag", Pattern.compile("(?:^|<D:getetag>)(\"[0-9a-f]{32}\")"),
            "ctag", Pattern.compile("<CS:getctag>([0-9a-f-]+)"),
            "sync-token", Pattern.compile("<D:sync-token>(urn:roomnight:sync:[^<]+)"));

    private final Transcript transcript;
    private final Player player;

    Golden(Transcript transcript, Player player) {
        this.transcript = transcript;
        this.player = player;
    }

    /** Whether expectations are to be rewritten; never where nobody would read them. */
    static boolean wanted(@Nullable String property, @Nullable String ci) {
        boolean wanted = Boolean.parseBoolean(property);
        if (wanted && "true".equals(ci)) {
            throw new IllegalStateException(
                    "-D%s=true is for a person who reads the result, not for CI".formatted(PROPERTY));
        }
        return wanted;
    }

    /** Plays the transcript and rewrites its file. */
    void update() {
        List<String> lines = new ArrayList<>(transcript.lines());
        int shift = 0;
        for (Transcript.Step step : transcript.steps()) {
            Deviation deviation = player.play(step).orElse(null);
            if (deviation != null) {
                shift += replace(lines, shift, deviation);
            }
        }
        try {
            Files.writeString(transcript.file(), String.join("\n", lines) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Answers by how many lines the file has grown. */
    private int replace(List<String> lines, int shift, Deviation deviation) {
        Expectation before = deviation.exchange().expected();
        List<String> now = written(deviation);
        if (before == null) {
            int at = deviation.exchange().line() - 1 + shift;
            while (at < lines.size() && lines.get(at).startsWith(">")) {
                at++;
            }
            lines.addAll(at, now);
            return now.size();
        }
        int from = before.line() - 1 + shift;
        lines.subList(from, from + before.length()).clear();
        lines.addAll(from, now);
        return now.size() - before.length();
    }

    private List<String> written(Deviation deviation) {
        RawHttp.Answer answer = deviation.answer();
        List<String> lines = new ArrayList<>();
        lines.add("< " + answer.status());
        for (String name : headers(deviation)) {
            lines.add("< %s: %s".formatted(name, named(Comparison.value(answer, name))));
        }
        if (!answer.body().isEmpty()) {
            lines.add("<");
            String body = player.texts().withFileNames(Comparison.readable(answer));
            named(body).lines().forEach(line -> lines.add(line.isEmpty() ? "<" : "< " + line));
        }
        return lines;
    }

    private static List<String> headers(Deviation deviation) {
        Expectation before = deviation.exchange().expected();
        boolean options = deviation.exchange().request().method().equals("OPTIONS");
        return before != null
                ? before.headers().stream().map(Header::name).toList()
                : USUAL.stream()
                        .filter(name -> options || !ONLY_OF_OPTIONS.contains(name))
                        .filter(name ->
                                !Comparison.value(deviation.answer(), name).equals(Expectation.ABSENT))
                        .toList();
    }

    /** The text with variables instead of what they stand for; new values get new ones. */
    private String named(String text) {
        TELLING.forEach((kind, pattern) -> {
            Matcher telling = pattern.matcher(text);
            while (telling.find()) {
                player.variables().name(kind, telling.group(1));
            }
        });
        String named = text;
        for (Map.Entry<String, String> known : player.variables().known().entrySet()) {
            if (!known.getKey().equals("port")) { // a number that could stand for anything
                named = named.replace(known.getValue(), "{{%s}}".formatted(known.getKey()));
            }
        }
        return named;
    }
}
