package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * COMPLIANCE.md claims nothing that no test shows, gives a reason for what is not followed, and leaves out no section
 * that counts. What stands below its heading "litmus" has a form of its own.
 */
class ComplianceTest {

    private static final Path DOCUMENT = Path.of("COMPLIANCE.md");
    private static final Path NEEDED = Path.of("src/test/resources/compliance-sections.txt");
    private static final Path TESTS = Path.of("src/test/java/org/roomnight");
    private static final Pattern NAME = Pattern.compile("`(?:([a-z]+)\\.)?([A-Z][A-Za-z]+)\\.([A-Za-z0-9_]+)`");
    private static final Pattern HEADING = Pattern.compile("## RFC (\\d+)\\b.*");
    private static final Pattern REASON = Pattern.compile("(partly|no), because .{10,}");

    /** A row of the tables; {@code sections} of one RFC, which is in the heading or in the first cell. */
    private record Row(String rfc, List<String> sections, String what, String follows, String test) {

        boolean isFollowed() {
            return follows.equals("yes") || follows.startsWith("partly");
        }

        boolean saysWhy() {
            return follows.equals("yes") || REASON.matcher(follows).matches();
        }

        boolean isBefore(Row other) {
            return Arrays.compare(numbers(sections.getFirst()), numbers(other.sections.getFirst())) < 0;
        }

        private static int[] numbers(String section) {
            return Arrays.stream(section.split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }

        @Override
        public String toString() {
            return "RFC %s, %s: %s".formatted(rfc, sections, what);
        }
    }

    private static String claims() {
        return Documents.text(DOCUMENT).replaceFirst("(?s)\n## litmus.*", "");
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String rfc = "";
        for (String section : claims().split("\n(?=## )")) {
            Matcher heading = HEADING.matcher(section.lines().findFirst().orElse(""));
            rfc = heading.matches() ? heading.group(1) : "";
            for (List<String> cells : Documents.rows(section)) {
                rows.add(row(rfc, cells));
            }
        }
        return rows;
    }

    private static Row row(String rfc, List<String> cells) {
        List<String> all = new ArrayList<>(cells);
        if (!rfc.isEmpty()) {
            all.addFirst(rfc);
        }
        assertThat(all).as("the columns of a row").hasSize(5);
        return new Row(all.get(0), List.of(all.get(1).split(", ")), all.get(2), all.get(3), all.get(4));
    }

    @Test
    void every_test_that_is_named_exists() {
        List<String> missing = NAME.matcher(Documents.text(DOCUMENT))
                .results()
                .filter(test -> !exists(test.group(1) == null ? "" : test.group(1), test.group(2), test.group(3)))
                .map(test -> test.group())
                .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String module, String type, String method) {
        Path file = TESTS.resolve(module).resolve(type + ".java");
        return Files.exists(file)
                && Arrays.stream(Documents.text(file).split("\n\n"))
                        .anyMatch(part -> part.matches(
                                "(?s).*@(Test|ParameterizedTest|RepeatedTest)\\b.*\\bvoid " + method + "\\(.*"));
    }

    @Test
    void what_is_followed_wholly_or_partly_names_a_test() {
        assertThat(rows())
                .filteredOn(Row::isFollowed)
                .allSatisfy(row -> assertThat(row.test()).matches(NAME));
    }

    @Test
    void what_is_not_followed_wholly_says_why() {
        assertThat(rows()).isNotEmpty().filteredOn(row -> !row.saysWhy()).isEmpty();
    }

    @Test
    void no_section_that_counts_is_left_out() {
        Map<String, TreeSet<String>> there = new LinkedHashMap<>();
        rows().forEach(row ->
                there.computeIfAbsent(row.rfc(), _ -> new TreeSet<>()).addAll(row.sections()));
        Map<String, List<String>> missing = new TreeMap<>();
        needed().forEach((rfc, sections) -> {
            List<String> left = new ArrayList<>(sections);
            left.removeAll(there.getOrDefault(rfc, new TreeSet<>()));
            if (!left.isEmpty()) {
                missing.put(rfc, left);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** The sections by RFC, from lines such as {@code 5397: 3}. */
    private static Map<String, List<String>> needed() {
        Map<String, List<String>> needed = new TreeMap<>();
        Documents.text(NEEDED).lines().filter(line -> line.matches("\\d.*")).forEach(line -> {
            String[] parts = line.split(": ", 2);
            needed.computeIfAbsent(parts[0], _ -> new ArrayList<>()).addAll(List.of(parts[1].split(" ")));
        });
        assertThat(needed).hasSizeGreaterThan(10);
        return needed;
    }

    @Test
    void the_rows_of_an_rfc_are_in_order() {
        Map<String, Row> last = new LinkedHashMap<>();
        List<Row> early = new ArrayList<>();
        for (Row row : rows()) {
            Row before = last.put(row.rfc(), row);
            if (before != null && row.isBefore(before)) {
                early.add(row);
            }
        }
        assertThat(early).isEmpty();
    }
}
