package org.roomnight.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The {@link DomainWriter} as a process of its own. */
final class KilledWriter implements Door, AutoCloseable {

    private final Process process;
    private final OutputStream in;
    private final BufferedReader out;
    private final Path log;
    private final Map<Long, CompletableFuture<Answer>> asked = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean ended;

    private KilledWriter(Process process, Path log) {
        this.process = process;
        this.in = process.getOutputStream();
        this.out = process.inputReader(UTF_8);
        this.log = log;
    }

    static KilledWriter start(Path folder, House house) throws IOException {
        List<String> fast = ChildJvm.fast("writer", options -> {
            Path rehearsalFolder = Files.createTempDirectory("roomnight-rehearsal");
            House rehearsalHouse;
            try (Domain domain = Domain.onSqlite(rehearsalFolder)) {
                rehearsalHouse = domain.makeHouse("");
            }
            KilledWriter rehearsal = launch(rehearsalFolder, rehearsalHouse, options);
            java.util.SplittableRandom random = new java.util.SplittableRandom(1);
            for (int i = 0; i < 20; i++) {
                rehearsal.ask(rehearsalHouse.next("rehearsal-" + i, random));
            }
            rehearsal.in.close();
            rehearsal.process.waitFor(120, TimeUnit.SECONDS);
        });
        return launch(folder, house, fast);
    }

    private static KilledWriter launch(Path folder, House house, List<String> options) throws IOException {
        Path log = Files.createTempFile(folder, "writer", ".log");
        List<String> command = ChildJvm.with(
                ChildJvm.command(ChildJvm.Classes.AND_OF_THE_TESTS, folder, options),
                DomainWriter.class.getName(),
                folder.toString(),
                house.managingEntity().toString(),
                house.property().toString(),
                house.wide().toString(),
                house.hot().toString());
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        KilledWriter writer = new KilledWriter(process, log);
        writer.awaitReady();
        Thread.ofPlatform().name("writer-answers").daemon().start(writer::listen);
        return writer;
    }

    private void awaitReady() throws IOException {
        for (@Nullable String line = out.readLine(); !DomainWriter.READY.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new AssertionError("the writer did not get ready:\n" + Files.readString(log));
            }
        }
    }

    /** What stands in the pipe was said before the end, so it is read to its end after a kill too. */
    private void listen() {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                int blank = line.indexOf(' ');
                // The JVM says a word of its own at the end of a rehearsal.
                boolean isAnswer = blank > 0 && Character.isDigit(line.charAt(0));
                CompletableFuture<Answer> answered =
                        isAnswer ? asked.remove(Long.parseLong(line.substring(0, blank))) : null;
                if (answered != null) {
                    answered.complete(DomainWriter.ofLine(line.substring(blank + 1)));
                }
            }
        } catch (IOException | RuntimeException failure) {
            // a line that was cut: its operation stays unknown
            System.out.println("writer: " + failure);
        }
        ended = true;
        asked.values().forEach(waiting -> waiting.complete(Answer.lost("the writer ended")));
    }

    @Override
    public Answer ask(Operation operation) {
        long mine = number.incrementAndGet();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        asked.put(mine, answer);
        if (ended) {
            answer.complete(Answer.lost("the writer has ended"));
        }
        try {
            byte[] line = "%d %s%n".formatted(mine, operation.toLine()).getBytes(UTF_8);
            synchronized (in) {
                in.write(line);
                in.flush();
            }
        } catch (IOException failure) {
            return Answer.lost(failure.toString());
        }
        return answer.join();
    }

    /** Signal 9; answers with the exit code. */
    int kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // which, other than Process, leaves the pipe open
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the writer outlived signal 9 by 30 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
