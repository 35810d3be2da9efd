package org.roomnight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{4})-[a-z0-9-]+\\.md");

    /** What each decision record must say. */
    private static final List<String> PARTS = List.of(
            "- Date: ",
            "- Status: ",
            "\n## Context\n",
            "\n## Decision\n",
            "\n## Consequences\n",
            "\n## How we would know it was wrong\n");

    @Test
    void every_relative_link_leads_to_a_file_and_a_heading_that_exist() {
        List<String> broken = new ArrayList<>();
        for (Path document : Documents.all()) {
            Matcher link = LINK.matcher(Documents.text(document));
            while (link.find()) {
                String target = link.group(1);
                if (!target.matches("[a-z]+:.*") && !exists(document, target)) {
                    broken.add("%s: %s".formatted(document, target));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean exists(Path document, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
    }

    private static Set<String> headings(Path file) {
        return Documents.text(file)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .collect(toSet());
    }

    @Test
    void decision_records_have_unique_numbers_without_gaps() {
        List<String> numbers = records().stream()
                .map(record -> record.getFileName().toString().substring(0, 4))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(Integer.parseInt(numbers.getLast())).isEqualTo(numbers.size());
    }

    @Test
    void decision_records_say_what_such_records_must() {
        for (Path record : records()) {
            String number = record.getFileName().toString().substring(0, 4);
            assertThat(Documents.text(record))
                    .as(record.toString())
                    .startsWith("# " + number + ": ")
                    .contains(PARTS);
        }
    }

    private static List<Path> records() {
        List<Path> found = Documents.all().stream()
                .filter(file -> file.startsWith("docs/adr"))
                .toList();
        assertThat(found)
                .isNotEmpty()
                .allMatch(
                        file -> NUMBERED.matcher(file.getFileName().toString()).matches());
        return found;
    }

    @Test
    void the_architecture_fits_in_two_hundred_lines() {
        assertThat(Documents.text(Path.of("ARCHITECTURE.md")).lines()).hasSizeLessThanOrEqualTo(200);
    }

    /** Names of classes in the text are checked, so that a renamed one is noticed; Java's and Spring's are not ours. */
    @Test
    void the_architecture_names_only_classes_that_exist() {
        Set<String> known = Documents.javaFiles().stream()
                .collect(groupingBy(file -> file.getFileName().toString().replace(".java", "")))
                .keySet();
        Matcher name = Pattern.compile("`@?([A-Z][A-Za-z]+)(?:\\.[A-Za-z]+)?`")
                .matcher(Documents.text(Path.of("ARCHITECTURE.md")));
        Set<String> foreign = Set.of("LocalDate", "JdbcClient", "ArchitectureTest");
        List<String> unknown = new ArrayList<>();
        while (name.find()) {
            if (!known.contains(name.group(1))
                    && !foreign.contains(name.group(1))
                    && !name.group(1).matches("[A-Z]+")) {
                unknown.add(name.group(1));
            }
        }
        assertThat(unknown).isEmpty();
    }
}
