package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** COMPLIANCE.md claims nothing that no test shows: each "yes" and "partly" names a test that exists. */
class ComplianceTest {

    private static final Path DOCUMENT = Path.of("COMPLIANCE.md");
    private static final Path TESTS = Path.of("src/test/java/org/roomnight");
    private static final Pattern NAME = Pattern.compile("`([a-z]+)\\.([A-Za-z]+)\\.([A-Za-z0-9_]+)`");

    @Test
    void every_test_that_is_named_exists() {
        List<String> missing = NAME.matcher(Documents.text(DOCUMENT))
                .results()
                .filter(test -> !exists(test.group(1), test.group(2), test.group(3)))
                .map(test -> test.group())
                .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String module, String type, String method) {
        Path file = TESTS.resolve(module).resolve(type + ".java");
        return Files.exists(file)
                && Pattern.compile("@(Test|ParameterizedTest|RepeatedTest)\\b[^;{}]*?(\\{[^;]*?\\}[^;{}]*?)*\\bvoid "
                                + method + "\\(")
                        .matcher(Documents.text(file))
                        .find();
    }

    @Test
    void what_is_followed_names_a_test_and_what_is_not_says_why() {
        List<String> unproven = new ArrayList<>();
        for (List<String> row : Documents.rows(ofStandards())) {
            String follows = row.size() == 5 ? row.get(3) : row.getLast();
            boolean proven = row.size() == 5 && NAME.matcher(row.get(4)).find();
            boolean followed = follows.equals("yes") || follows.startsWith("partly: ");
            boolean fine = followed ? proven : follows.matches("(no(: |, ).+|not yet.*)");
            if (!fine) {
                unproven.add(String.join(" | ", row));
            }
        }
        assertThat(unproven).isEmpty();
    }

    /** Without the section of litmus, which {@code clients.LitmusTest} compares with what litmus says. */
    private static String ofStandards() {
        return Documents.text(DOCUMENT).replace(Documents.section(DOCUMENT, "## litmus"), "");
    }
}
