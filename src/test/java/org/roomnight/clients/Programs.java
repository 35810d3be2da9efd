package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Calendar programs and parsers of this machine, which {@code ./check} installs. */
final class Programs {

    private static final long MINUTES_AT_MOST = 2;

    private Programs() {}

    /**
     * Ends the test as failed where a program is missing that the run requires, and as skipped where the run was asked
     * to go without clients.
     */
    static void need(String... command) {
        boolean there = exitCode(command) == 0;
        String wish = System.getenv().getOrDefault("ROOMNIGHT_CLIENTS", "if-there");
        if (!there && wish.equals("required")) {
            Assertions.fail("%s is missing; ./check installs it", String.join(" ", command));
        }
        Assumptions.assumeTrue(there, () -> String.join(" ", command) + " is not on this machine");
    }

    /** Runs a program and answers what it printed; it must end well. */
    static String run(Path folder, String... command) {
        return run(folder, Map.of(), "", command);
    }

    /** The same with more environment, and with what is typed in. */
    static String run(Path folder, Map<String, String> environment, String typed, String... command) {
        Ended ended = end(folder, environment, typed, command);
        assertThat(ended.exitCode()).as(ended.printed()).isZero();
        return ended.printed();
    }

    /** Runs a program that must end badly. */
    static String fail(Path folder, Map<String, String> environment, String... command) {
        Ended ended = end(folder, environment, "", command);
        assertThat(ended.exitCode()).as(ended.printed()).isNotZero();
        return ended.printed();
    }

    private record Ended(int exitCode, String printed) {}

    private static Ended end(Path folder, Map<String, String> environment, String typed, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(typed.getBytes(StandardCharsets.UTF_8));
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES))
                    .as("%s ends in time", command[0])
                    .isTrue();
            return new Ended(process.exitValue(), printed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int exitCode(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor();
        } catch (IOException _) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
