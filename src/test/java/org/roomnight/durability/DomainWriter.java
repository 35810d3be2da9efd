package org.roomnight.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.LoggerFactory;

/**
 * A program that does what it reads, one operation a line, many at once, and writes a line for each only after the call
 * returned: what stands in its output was acknowledged, however the program ends.
 */
final class DomainWriter {

    static final String READY = "READY";

    private DomainWriter() {}

    /** Arguments: folder, then managing entity, property and the two room types. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        System.setOut(System.err); // what the logger says is no answer
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (Domain domain = Domain.onSqlite(Path.of(args[0]));
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
                var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            domain.serve(new House(uuid(args[1]), uuid(args[2]), uuid(args[3]), uuid(args[4]), ""));
            say(out, READY);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String request = line;
                workers.execute(() -> answer(domain, request, out));
            }
        }
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }

    /** {@code number operation} is answered by {@code number kind|status|booking|replayed}. */
    private static void answer(Domain domain, String request, PrintStream out) {
        int blank = request.indexOf(' ');
        Answer answer = ask(domain, Operation.ofLine(request.substring(blank + 1)));
        say(out, request.substring(0, blank) + " " + toLine(answer));
    }

    private static Answer ask(Domain domain, Operation operation) {
        try {
            return domain.ask(operation);
        } catch (StorageUnavailableException unavailable) {
            Answer.Kind kind = unavailable.outcomeUnknown() ? Answer.Kind.UNKNOWN : Answer.Kind.NOT_DONE;
            return Answer.of(kind, 503, unavailable.getMessage());
        } catch (RuntimeException failure) {
            return Answer.of(Answer.Kind.UNKNOWN, 500, failure.toString());
        }
    }

    private static String toLine(Answer answer) {
        return "%s|%d|%s|%s"
                .formatted(
                        answer.kind(),
                        answer.status(),
                        answer.booking().map(UUID::toString).orElse("-"),
                        answer.replayed());
    }

    static Answer ofLine(String line) {
        String[] parts = line.split("\\|", -1);
        Answer.Kind kind = Answer.Kind.valueOf(parts[0]);
        int status = Integer.parseInt(parts[1]);
        return kind == Answer.Kind.DONE
                ? Answer.done(status, UUID.fromString(parts[2]), Boolean.parseBoolean(parts[3]))
                : Answer.of(kind, status, line);
    }

    private static void say(PrintStream out, String line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
