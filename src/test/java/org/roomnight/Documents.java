package org.roomnight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The documents of the project as tests read them; they run in the project's folder. */
public final class Documents {

    private Documents() {}

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every document: the ones in the project's folder and all below {@code docs}. */
    static List<Path> all() {
        try (Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> below = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, below)
                    .map(Path::normalize)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every Java file of the program. */
    static List<Path> javaFiles() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From the line of a heading to the next heading of the same level. */
    public static String section(Path file, String heading) {
        String text = text(file);
        int begin = text.indexOf("\n" + heading + "\n");
        if (begin < 0) {
            throw new IllegalArgumentException("%s has no '%s'".formatted(file, heading));
        }
        String marks = heading.substring(0, heading.indexOf(' ') + 1);
        int end = text.indexOf("\n" + marks, begin + 1);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    /** The rows of the tables in a text, without heads and rules, each as its stripped cells. */
    public static List<List<String>> rows(String text) {
        List<String> lines = text.lines().toList();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).startsWith("|") && !isRule(lines.get(i)))
                .filter(i -> i + 1 >= lines.size() || !isRule(lines.get(i + 1)))
                .map(i -> cells(lines.get(i)))
                .toList();
    }

    private static boolean isRule(String line) {
        return line.matches("\\|[-| :]+\\|");
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
