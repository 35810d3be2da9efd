package org.roomnight;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that may never break have numbers; code and tests cite them, and cite no document that is not here. */
final class RulesTest {

    private static final Path TESTS = Path.of("src/test/java");

    private static final Pattern HEADING = Pattern.compile("(?m)^## Rule ([0-9]+): \\S.*$");

    /** One rule or several: rule n, rules n and m, rules n, m and k. */
    private static final Pattern CITED = Pattern.compile("\\b[Rr]ules? ([0-9]+(?:, [0-9]+)*(?: and [0-9]+)?)\\b");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern DOCUMENT = Pattern.compile("[\\w./-]*\\w\\.md\\b");
    private static final Pattern DECISION = Pattern.compile("\\bADR ([0-9]+)\\b");

    /** What papers are called that stand beside the project and not in it. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\bDESIGN\\b|\\bspec/|\\bfield\\.md");

    private final Set<Integer> rules = rules();

    private static Set<Integer> rules() {
        Set<Integer> numbers = new TreeSet<>();
        Matcher heading = HEADING.matcher(Documents.text(Path.of("docs/RULES.md")));
        while (heading.find()) {
            numbers.add(Integer.valueOf(heading.group(1)));
        }
        return numbers;
    }

    /** What people write and the compiler does not read: the program, its tests, its scripts. */
    private static List<Path> sources() {
        try (Stream<Path> code = Files.walk(Path.of("src"));
                Stream<Path> scripts = Files.walk(Path.of("scripts"));
                Stream<Path> bench = Files.walk(Path.of("bench"))) {
            return Stream.of(code, scripts, bench, Stream.of(Path.of("check"), Path.of("roomnight")))
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> !file.toString().endsWith(".class"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Octets as they are: some files are broken calendars, and none of what is looked for is beyond ASCII. */
    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<Integer> cited(Path file) {
        Set<Integer> numbers = new TreeSet<>();
        CITED.matcher(text(file))
                .results()
                .flatMap(cited -> NUMBER.matcher(cited.group(1)).results())
                .forEach(number -> numbers.add(Integer.valueOf(number.group())));
        return numbers;
    }

    @Test
    void the_rules_are_numbered_without_gaps() {
        assertThat(rules)
                .hasSizeGreaterThanOrEqualTo(10)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rules.size()).boxed().toList());
    }

    @Test
    void every_rule_that_is_cited_exists() {
        Map<Path, Set<Integer>> unknown = new TreeMap<>();
        Stream.concat(sources().stream(), Documents.all().stream()).forEach(file -> {
            Set<Integer> numbers = cited(file);
            numbers.removeAll(rules);
            if (!numbers.isEmpty()) {
                unknown.put(file, numbers);
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_rule_is_cited_by_a_test() {
        Set<Integer> tested = new TreeSet<>();
        sources().stream().filter(file -> file.startsWith(TESTS)).forEach(file -> tested.addAll(cited(file)));
        assertThat(tested).containsAll(rules);
    }

    @Test
    void no_source_cites_a_document_that_is_not_here() {
        Set<String> known = new TreeSet<>();
        Stream.concat(sources().stream(), Documents.all().stream())
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".md"))
                .forEach(known::add);
        List<String> unknown = new ArrayList<>();
        for (Path file : sources()) {
            String text = text(file);
            DOCUMENT.matcher(text)
                    .results()
                    .map(document -> Path.of(document.group()).getFileName().toString())
                    .filter(document -> !known.contains(document))
                    .forEach(document -> unknown.add(file + ": " + document));
            ELSEWHERE.matcher(text).results().forEach(paper -> unknown.add(file + ": " + paper.group()));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_decision_record_that_is_cited_exists() {
        Set<String> numbers = new TreeSet<>();
        Documents.all().stream()
                .filter(file -> file.startsWith("docs/adr"))
                .forEach(file -> numbers.add(file.getFileName().toString().substring(0, 4)));
        List<String> unknown = new ArrayList<>();
        Stream.concat(sources().stream(), Documents.all().stream())
                .forEach(file -> DECISION.matcher(text(file))
                        .results()
                        .map(decision -> decision.group(1))
                        .filter(number -> !numbers.contains(number))
                        .forEach(number -> unknown.add(file + ": ADR " + number)));
        assertThat(unknown).isEmpty();
    }
}
