package org.roomnight.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A client's own truth, outside of the server: one line before each call and one after it, each on disk before the
 * client goes on. What the test compares is read back from these files, not from memory.
 */
final class Journal implements AutoCloseable {

    /** What the journal says of one booking. */
    static final class Entry {
        final Operation operation;
        State state = State.UNKNOWN;
        Optional<UUID> booking = Optional.empty();
        Cancellation cancellation = Cancellation.NOT_ASKED;

        Entry(Operation operation) {
            this.operation = operation;
        }

        boolean isSettled() {
            return state != State.UNKNOWN && cancellation != Cancellation.UNKNOWN;
        }
    }

    enum State {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    enum Cancellation {
        NOT_ASKED,
        ACKNOWLEDGED,
        UNKNOWN
    }

    private final Path file;
    private final FileChannel channel;

    Journal(Path file) {
        this.file = file;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Journals, asks, journals. */
    Answer ask(Door door, Operation operation) {
        write("ASK " + operation.toLine());
        Answer answer = door.ask(operation);
        write("SAID %s|%s|%d|%s"
                .formatted(
                        operation.toLine(),
                        answer.kind(),
                        answer.status(),
                        answer.booking().map(UUID::toString).orElse("-")));
        return answer;
    }

    private void write(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Entry> read() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                read(entries, line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ArrayList<>(entries.values());
    }

    private static void read(Map<String, Entry> entries, String line) {
        boolean asked = line.startsWith("ASK ");
        String text = line.substring(line.indexOf(' ') + 1);
        Operation operation = Operation.ofLine(text);
        if (operation.kind() == Operation.Kind.CANCEL) {
            Entry entry = entries.get(operation.code());
            if (asked || !answerIn(text).equals(Answer.Kind.DONE)) {
                // Cancelling again changes nothing, so one that was acknowledged stays so.
                entry.cancellation = entry.cancellation == Cancellation.ACKNOWLEDGED
                        ? Cancellation.ACKNOWLEDGED
                        : Cancellation.UNKNOWN;
            } else {
                entry.cancellation = Cancellation.ACKNOWLEDGED;
            }
            return;
        }
        Entry entry = entries.computeIfAbsent(operation.code(), _ -> new Entry(operation));
        if (asked) {
            entry.state = State.UNKNOWN;
            return;
        }
        entry.state = switch (answerIn(text)) {
            case DONE -> State.ACKNOWLEDGED;
            case REFUSED -> State.REFUSED;
            // A recording's 503 may come from a read after its commit; a sale's says that nothing was done.
            case NOT_DONE -> operation.kind() == Operation.Kind.SELL ? State.REFUSED : State.UNKNOWN;
            case UNKNOWN, LOST -> State.UNKNOWN;
        };
        String booking = text.split("\\|", -1)[8];
        entry.booking = booking.equals("-") ? Optional.empty() : Optional.of(UUID.fromString(booking));
    }

    private static Answer.Kind answerIn(String text) {
        return Answer.Kind.valueOf(text.split("\\|", -1)[6]);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
