package org.roomnight.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
            fail("%s is missing; ./check installs it", String.join(" ", command));
        }
        Assumptions.assumeTrue(there, () -> String.join(" ", command) + " is not on this machine");
    }

    /** Runs a program and answers what it printed; it must end well. */
    static String run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES))
                    .as("%s ends in time", command[0])
                    .isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed;
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
