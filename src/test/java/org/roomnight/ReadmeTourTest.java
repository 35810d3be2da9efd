package org.roomnight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.cli.DemoServer;

/**
 * Runs the commands of the README's tour as they are printed, in one bash, against a demo whose {@code demo.json} lies
 * in the folder. What the README shows after {@code # prints:} must be all that they print; {@code …} stands for
 * anything.
 */
class ReadmeTourTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String PRINTS = "# prints: ";

    @TempDir
    Path folder;

    @Test
    void the_commands_of_the_tour_print_what_the_readme_says() throws IOException, InterruptedException {
        String script = BLOCK.matcher(Documents.section(Path.of("README.md"), "## A tour in five minutes"))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        List<String> expected = script.lines()
                .filter(line -> line.startsWith(PRINTS))
                .map(line -> line.substring(PRINTS.length()))
                .toList();
        assertThat(expected).hasSizeGreaterThan(10);

        List<String> printed;
        try (DemoServer _ = DemoServer.start(folder.resolve("demo.json"))) {
            printed = bash(script);
        }

        assertThat(printed).hasSameSizeAs(expected);
        for (int line = 0; line < expected.size(); line++) {
            assertThat(printed.get(line)).matches(pattern(expected.get(line)));
        }
    }

    private List<String> bash(String script) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tour.sh"), script);
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "tour.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        boolean ended = bash.waitFor(60, TimeUnit.SECONDS);
        String printed = new String(Files.readAllBytes(folder.resolve("printed")), UTF_8);
        assertThat(ended).as("it ended; it printed %s", printed).isTrue();
        assertThat(bash.exitValue()).as("exit code; it printed %s", printed).isZero();
        return printed.lines().map(String::strip).toList();
    }

    private static Pattern pattern(String shown) {
        return Pattern.compile(
                Arrays.stream(shown.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
