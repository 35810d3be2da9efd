package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Which libraries the program carries: each is code that somebody has to trust, keep up to date and load. */
final class RunTimeJarsIT {

    private static final int MOST = 80;

    @Test
    void the_program_carries_few_libraries_and_one_reader_of_json() throws IOException {
        List<String> libraries;
        try (JarFile program = new JarFile(Path.of("target/roomnight.jar").toFile())) {
            libraries = program.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .toList();
        }
        assertThat(libraries)
                .hasSizeBetween(50, MOST)
                .noneMatch(name -> name.matches("jackson-(core|databind|dataformat-.*|datatype-.*)-2\\..*"))
                .noneMatch(name -> name.matches("(springdoc|swagger-(core|models|annotations)|snakeyaml|log4j|jmh).*"))
                .filteredOn(name -> name.startsWith("jackson-databind-"))
                .hasSize(1);
    }
}
