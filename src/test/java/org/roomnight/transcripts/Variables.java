package org.roomnight.transcripts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a transcript cannot know beforehand, written <code>{{name}}</code>. The house gives some; an answer gives the
 * others, of which the name says what kind they are (<code>{{etag-2}}</code>). Another name means another value.
 */
final class Variables {

    /** What the house knows. */
    static final Set<String> GIVEN = Set.of("host", "port", "hotel", "credentials");

    /** What answers tell, by kind; the form of each is fixed. */
    static final Map<String, String> CAPTURED = Map.of(
            "etag", "\"[0-9a-f]{32}\"",
            "ctag", "[0-9]+-[0-9]+-[0-9a-f]+-[0-9a-f]+",
            "sync-token", "urn:roomnight:sync:[0-9]+-[0-9a-f]{16}",
            "date", "[0-9]{8}",
            "moment", "[0-9]{8}T[0-9]{6}Z");

    private static final Pattern USE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
    private static final Pattern NAME = Pattern.compile("([a-z]+(?:-[a-z]+)?)-[0-9]+");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param given values of {@link #GIVEN} */
    Variables(Map<String, String> given) {
        values.putAll(given);
    }

    Map<String, String> known() {
        return Map.copyOf(values);
    }

    /** Gives a value the next name of its kind, unless it has one. */
    void name(String kind, String value) {
        if (!values.containsValue(value)) {
            int number = 1;
            while (values.containsKey(kind + "-" + number)) {
                number++;
            }
            values.put(kind + "-" + number, value);
        }
    }

    /** The text with all its variables filled in; each must be known. */
    String fill(String text) {
        String filled = fillKnown(text);
        names(filled).stream().findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("nothing has told {{%s}} yet".formatted(name));
        });
        return filled;
    }

    /** The text with those variables filled in that are known. */
    String fillKnown(String text) {
        return USE.matcher(text)
                .replaceAll(use -> Matcher.quoteReplacement(values.getOrDefault(checked(use.group(1)), use.group())));
    }

    /** Says how a text differs from what is expected, if it does; otherwise keeps the values that it tells. */
    Optional<String> mismatch(String expected, String actual) {
        String filled = fillKnown(expected);
        Set<String> unknown = names(filled);
        Matcher matcher = Pattern.compile(pattern(filled)).matcher(actual);
        if (!matcher.matches()) {
            return Optional.of("expected:%n%s%nbut was:%n%s".formatted(filled, actual));
        }
        for (String name : unknown) {
            String value = matcher.group(group(name));
            Optional<String> other = values.entrySet().stream()
                    .filter(one -> one.getValue().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (other.isPresent()) {
                return Optional.of("{{%s}} is the same as {{%s}}: %s".formatted(name, other.get(), value));
            }
            values.put(name, value);
        }
        return Optional.empty();
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        USE.matcher(text).results().forEach(use -> names.add(checked(use.group(1))));
        return names;
    }

    private static String checked(String name) {
        if (!GIVEN.contains(name) && !CAPTURED.containsKey(kind(name))) {
            throw new IllegalArgumentException("there is no variable {{%s}}".formatted(name));
        }
        return name;
    }

    private static String kind(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** A regular expression for a text; of several uses of one variable the first captures. */
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        Set<String> seen = new LinkedHashSet<>();
        int end = 0;
        for (MatchResult use : USE.matcher(text).results().toList()) {
            String name = use.group(1);
            pattern.append(Pattern.quote(text.substring(end, use.start())));
            pattern.append(
                    seen.add(name)
                            ? "(?<%s>%s)".formatted(group(name), CAPTURED.getOrDefault(kind(name), "(?!)"))
                            : "\\k<%s>".formatted(group(name)));
            end = use.end();
        }
        return pattern.append(Pattern.quote(text.substring(end))).toString();
    }

    private static String group(String name) {
        return name.replace("-", "");
    }
}
