package org.roomnight.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;
import org.slf4j.LoggerFactory;

/** Marks of revisions, and how a node notices that its database has gone back. */
interface HistoryContract {

    Database open();

    /** A node of a database: its file, its clock, what it says. */
    record Node(Database database, Path file, TickingClock clock, PropertyId property) implements AutoCloseable {

        static Node on(Database database) {
            try {
                Path file = Files.createTempDirectory("roomnight-history").resolve("history");
                return new Node(database, file, new TickingClock(), new PropertyId(UUID.randomUUID()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        History history() {
            return new History(database, file, clock, new SecureRandom());
        }

        RevisionRows revisions() {
            return new RevisionRows(database.jdbc(), clock);
        }

        Stamp raise() {
            return database.transactions().write(property, () -> revisions().raise(property));
        }

        Stamp current() {
            return database.transactions()
                    .read(() -> revisions().current(property).orElseThrow());
        }

        HistoryMark mark(long revision) {
            return database.transactions().read(() -> revisions().mark(property, new Revision(revision)));
        }

        /** As if a backup had been put back. */
        void goBack(long to) {
            database.transactions()
                    .write(
                            property,
                            () -> database.jdbc()
                                    .sql("UPDATE property_revision SET revision = :to WHERE property = :property")
                                    .param("to", to)
                                    .param("property", property.value())
                                    .update());
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static List<String> saidDuring(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(History.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        logger.addAppender(said);
        try {
            work.run();
        } finally {
            logger.detachAppender(said);
        }
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    default void a_revision_keeps_the_mark_of_the_start_under_which_it_was_made() {
        try (Node node = Node.on(open())) {
            node.history().begin();
            Stamp first = node.raise();
            Stamp second = node.raise();
            assertThat(second.mark()).isEqualTo(first.mark());
            assertThat(node.current()).isEqualTo(second);
            node.history().begin();
            assertThat(node.current()).as("nothing is changed by a start").isEqualTo(second);
            Stamp third = node.raise();
            assertThat(third.mark()).isNotEqualTo(second.mark());
            assertThat(node.mark(1)).isEqualTo(first.mark());
            assertThat(node.mark(2)).isEqualTo(second.mark());
            assertThat(node.mark(3)).isEqualTo(third.mark());
            node.history().renew();
            assertThat(List.of(node.mark(0), node.mark(1), node.mark(2), node.mark(3)))
                    .doesNotContain(first.mark(), third.mark());
            assertThat(node.current()).isNotEqualTo(third);
        }
    }

    @Test
    default void so_many_starts_are_told_apart_and_those_before_are_one() {
        try (Node node = Node.on(open())) {
            History history = node.history();
            node.raise();
            for (int start = 1; start < RevisionRows.MAX_MARKS; start++) {
                history.begin();
                node.raise();
            }
            HistoryMark unmarked = node.mark(0);
            assertThat(node.mark(1)).isNotEqualTo(unmarked).isNotEqualTo(node.mark(2));
            history.begin();
            node.raise();
            assertThat(node.mark(1)).isEqualTo(unmarked);
            assertThat(node.mark(2)).isNotEqualTo(unmarked).isNotEqualTo(node.mark(3));
        }
    }

    @Test
    default void a_database_that_went_back_is_noticed_at_the_start_and_later_and_said_once() {
        try (Node node = Node.on(open())) {
            History running = node.history();
            assertThat(saidDuring(running::begin)).as("a new installation").isEmpty();
            node.raise();
            node.raise();
            Stamp told = node.raise();
            running.close();
            assertThat(saidDuring(() -> node.history().begin())).as("a restart").isEmpty();
            assertThat(node.current()).isEqualTo(told);

            node.goBack(2);
            History next = node.history();
            assertThat(saidDuring(next::begin))
                    .singleElement()
                    .asString()
                    .contains("event=database-went-back changes=2");
            HistoryMark renewed = node.mark(1);
            assertThat(renewed.text().substring(0, 16))
                    .isNotEqualTo(told.mark().text().substring(0, 16));
            assertThat(saidDuring(next::look)).isEmpty();
            assertThat(saidDuring(() -> node.history().begin())).isEmpty();

            node.raise();
            next.look();
            node.goBack(1);
            assertThat(saidDuring(next::look))
                    .singleElement()
                    .asString()
                    .contains("event=database-went-back changes=1");
            assertThat(node.mark(1)).isNotEqualTo(renewed);
        }
    }

    @Test
    default void of_two_nodes_that_notice_it_one_begins_a_new_history_and_both_know_it() {
        try (Node node = Node.on(open())) {
            Node other = Node.on(node.database());
            History one = node.history();
            History two = other.history();
            node.raise();
            node.raise();
            one.begin();
            two.begin();
            node.goBack(1);
            one.look();
            HistoryMark renewed = node.mark(1);
            assertThat(saidDuring(two::look)).isEmpty();
            assertThat(node.mark(1)).isEqualTo(renewed);
        }
    }

    /** A backup of before an earlier restore has more changes, perhaps, but its history is the older one. */
    @Test
    default void a_history_that_ended_is_noticed_also_with_a_clock_that_was_set_back() {
        try (Node node = Node.on(open())) {
            node.raise();
            History history = node.history();
            history.begin();
            String before = since(node);
            history.renew();
            node.clock().set(Duration.ofDays(-400));
            history.renew();
            assertThat(Long.parseLong(since(node))).isGreaterThan(Long.parseLong(before) + 1);
            node.database()
                    .transactions()
                    .writeShared(() -> node.database()
                            .jdbc()
                            .sql("UPDATE history SET since_ms = " + before)
                            .update());
            node.raise();
            assertThat(saidDuring(() -> node.history().begin())).hasSize(1);
        }
    }

    private static String since(Node node) {
        return node.database()
                .transactions()
                .read(() -> node.database()
                        .jdbc()
                        .sql("SELECT since_ms FROM history")
                        .query(String.class)
                        .single());
    }

    @Test
    default void a_file_that_is_damaged_or_of_another_database_is_said_and_not_believed() throws IOException {
        try (Node node = Node.on(open())) {
            node.raise();
            node.history().begin();
            Stamp told = node.current();
            String good = Files.readString(node.file());
            for (String bad : List.of("", "x", good.substring(0, 30), good.replace("history-1", "history-9"))) {
                Files.writeString(node.file(), bad);
                node.history().begin();
                assertThat(Files.readString(node.file())).isEqualTo(good);
            }
            Files.writeString(node.file(), "roomnight-history-1 0123456789abcdef 5 99999\n");
            assertThat(saidDuring(() -> node.history().begin()))
                    .singleElement()
                    .asString()
                    .contains("event=other-database");
            assertThat(Files.readString(node.file())).isEqualTo(good);
            assertThat(node.current()).isEqualTo(told);
        }
    }

    /** What was there before this version has no mark, and gets none. */
    @Test
    default void what_was_changed_before_there_were_marks_is_told_from_all_since() {
        try (Node node = Node.on(open())) {
            node.database()
                    .transactions()
                    .write(
                            node.property(),
                            () -> node.database()
                                    .jdbc()
                                    .sql("INSERT INTO property_revision (property, revision, changed_ms) VALUES"
                                            + " (:property, 7, 1) ON CONFLICT (property) DO UPDATE SET revision ="
                                            + " 7")
                                    .param("property", node.property().value())
                                    .update());
            HistoryMark old = node.mark(7);
            assertThat(node.current().mark()).isEqualTo(old);
            assertThat(node.raise().revision()).isEqualTo(new Revision(8));
            assertThat(node.mark(8)).isNotEqualTo(old);
            assertThat(node.mark(7)).isEqualTo(old);
        }
    }
}
