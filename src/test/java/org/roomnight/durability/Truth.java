package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.roomnight.durability.Journal.Cancellation;
import org.roomnight.durability.Journal.Entry;
import org.roomnight.durability.Journal.State;

/** The journals of all clients of a test, and what follows from them. */
final class Truth implements AutoCloseable {

    private final List<Journal> journals;
    private final Checker checker;
    private int settled;
    private int foundKept;

    Truth(Path folder, Checker checker, int clients) {
        this.checker = checker;
        this.journals = IntStream.range(0, clients)
                .mapToObj(client -> new Journal(folder.resolve("journal-%d.txt".formatted(client))))
                .toList();
    }

    List<Journal> journals() {
        return journals;
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        journals.forEach(journal -> all.addAll(journal.read()));
        return all;
    }

    void assertHolds(String when) {
        assertThat(checker.violations(entries())).as(when).isEmpty();
    }

    /**
     * Retries with the same key whatever is unknown. What was kept must be answered again and not be done again; what
     * was not kept may be done now, or be refused because the nights went to somebody else meanwhile.
     */
    void settle(Door door) {
        Set<String> kept = new HashSet<>(checker.codes());
        for (Journal journal : journals) {
            for (Entry entry : journal.read()) {
                if (!entry.isSettled()) {
                    settle(journal, door, entry, kept.contains(entry.operation.code()));
                }
            }
        }
    }

    private void settle(Journal journal, Door door, Entry entry, boolean kept) {
        settled++;
        if (entry.state == State.UNKNOWN) {
            Answer answer = journal.ask(door, entry.operation);
            assertThat(answer.kind())
                    .as("%s %s", entry.operation, answer.text())
                    .isIn(Answer.Kind.DONE, Answer.Kind.REFUSED);
            if (kept) {
                foundKept++;
                assertThat(answer.kind())
                        .as("the retry of %s, which was kept", entry.operation)
                        .isEqualTo(Answer.Kind.DONE);
            }
            if (entry.operation.kind() == Operation.Kind.SELL && answer.kind() == Answer.Kind.DONE) {
                assertThat(answer.replayed())
                        .as("replayed: %s", entry.operation)
                        .isEqualTo(kept);
            }
        }
        if (entry.cancellation == Cancellation.UNKNOWN) {
            Operation again = entry.operation.cancelling(entry.booking.orElseThrow());
            assertThat(journal.ask(door, again).kind()).as("%s", again).isEqualTo(Answer.Kind.DONE);
        }
    }

    /** Operations whose outcome was unknown and that a retry settled. */
    int settled() {
        return settled;
    }

    /** Those of them that the server had kept before the retry. */
    int foundKept() {
        return foundKept;
    }

    long acknowledged() {
        return count(State.ACKNOWLEDGED);
    }

    long refused() {
        return count(State.REFUSED);
    }

    long cancelled() {
        return entries().stream()
                .filter(entry -> entry.cancellation == Cancellation.ACKNOWLEDGED)
                .count();
    }

    private long count(State state) {
        return entries().stream().filter(entry -> entry.state == state).count();
    }

    /** What {@link RestDoor#listed} has to say now that everything is settled. */
    List<String> expectedList() {
        return entries().stream()
                .filter(entry -> entry.state == State.ACKNOWLEDGED)
                .map(entry ->
                        "%s %s".formatted(entry.operation.code(), entry.cancellation == Cancellation.ACKNOWLEDGED))
                .toList();
    }

    @Override
    public void close() {
        journals.forEach(Journal::close);
    }
}
