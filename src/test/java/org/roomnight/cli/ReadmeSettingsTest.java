package org.roomnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of settings is what {@link Setting} says; the failure shows the table that would be right. */
class ReadmeSettingsTest {

    @Test
    void the_table_lists_every_setting_as_the_program_does() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(table());
    }

    private static String table() {
        return Arrays.stream(Setting.values())
                .map(ReadmeSettingsTest::row)
                .collect(Collectors.joining(
                        "\n",
                        "| Environment | File | What it is | Accepts | Standard |\n|---|---|---|---|---|\n",
                        "\n"));
    }

    private static String row(Setting setting) {
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        setting.variable(),
                        setting.key(),
                        setting.sentence(),
                        setting.accepts(),
                        setting.standard().orElse("nothing"));
    }
}
