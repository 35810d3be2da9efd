package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.Documents;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/**
 * litmus against a calendar home. COMPLIANCE.md says of each of its tests what comes of it, and why where it is not a
 * pass; here that is compared with what litmus says, so that neither can change alone.
 */
class LitmusTest {

    private static final Path DOCUMENT = Path.of("COMPLIANCE.md");

    @TempDir
    Path folder;

    private final TestServer server = TestServer.sqlite();
    private final House house = server.account().house();

    @BeforeEach
    void litmus() {
        Programs.need("litmus", "--version");
    }

    @Test
    void litmus_as_it_is_finds_what_the_document_says() {
        assertThat(LitmusRun.against(house, server.port(), folder)).isEqualTo(documented("### As it is"));
    }

    @Test
    void litmus_finds_what_the_document_says_where_its_files_become_entries() throws IOException {
        try (TranslatingProxy proxy = TranslatingProxy.to(server.port())) {
            assertThat(LitmusRun.against(house, proxy.port(), folder))
                    .isEqualTo(documented("### With files as entries"));
        }
    }

    private static TreeSet<String> documented(String heading) {
        TreeSet<String> outcomes = new TreeSet<>();
        for (List<String> row : Documents.rows(Documents.section(DOCUMENT, heading))) {
            String suite = row.get(0);
            String result = row.get(1);
            for (String test : row.get(2).split(", ")) {
                assertThat(outcomes.add("%s | %s | %s".formatted(suite, result, test)))
                        .as("%s stands there once", test)
                        .isTrue();
            }
        }
        return outcomes;
    }

    @Test
    void whatever_does_not_pass_has_a_reason_and_faults_name_the_rule() {
        for (List<String> row : Documents.rows(Documents.section(DOCUMENT, "## litmus"))) {
            String reason = row.get(3);
            switch (row.get(1)) {
                case "pass" -> assertThat(reason).as("%s", row).isEmpty();
                case "skipped" -> assertThat(reason).as("%s", row).isNotEmpty();
                default -> assertThat(reason).as("%s", row).containsPattern("RFC \\d{4} \\d");
            }
        }
    }
}
