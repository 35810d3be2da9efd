package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeLibrariesTest {

    /** Whoever installs them asks the registry that npm is set to; {@code .npmrc} keeps npm from writing its own. */
    @Test
    void the_lock_file_names_versions_and_checksums_and_no_addresses() throws IOException {
        assertThat(Files.readString(Path.of("src/test/node/package-lock.json")))
                .contains("\"node_modules/tsdav\"", "\"integrity\"")
                .doesNotContain("://", "\"resolved\"");
    }
}
