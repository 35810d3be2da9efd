package org.roomnight.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.durability.Journal.Entry;
import org.roomnight.durability.Journal.State;

/**
 * The negative control: every loss that the durability tests say did not happen is made to happen to a copy of the
 * database, and the checker has to name it. (Switching synchronous off is no control here, because kill -9 leaves the
 * page cache alone.)
 */
class CheckerControlTest {

    private static final int OPERATIONS = 120;

    @TempDir
    Path folder;

    private int copies;

    @Test
    void the_checker_names_every_kind_of_loss() throws IOException {
        List<Entry> journal = write();
        assertThat(violations(journal, List.of())).isEmpty();
        assertThat(journal).anyMatch(entry -> entry.state == State.REFUSED);
        String refused = journal.stream()
                .filter(entry -> entry.state == State.REFUSED)
                .map(entry -> entry.operation.code())
                .findFirst()
                .orElseThrow();

        String some = "(SELECT booking FROM booking WHERE cancelled_ms IS NULL LIMIT 1)";
        finds(
                journal,
                "stay without all its nights",
                "DELETE FROM room_night WHERE claim = (SELECT claim FROM room_night LIMIT 1)");
        finds(journal, "acknowledged and lost", "DELETE FROM booking WHERE booking = " + some);
        finds(
                journal,
                "refused and kept",
                "UPDATE booking SET booking_code = '%s' WHERE booking = %s".formatted(refused, some));
        finds(
                journal,
                "acknowledged cancellation lost",
                "UPDATE booking SET cancelled = 0, cancelled_ms = NULL WHERE cancelled_ms IS NOT NULL");
        finds(journal, "cancelled by nobody", "UPDATE booking SET cancelled = 1, cancelled_ms = 1");
        finds(journal, "night of a cancelled booking or of none", "DELETE FROM room_stay WHERE booking = " + some);
        finds(journal, "booking without a stay", "DELETE FROM room_stay WHERE booking = " + some);
        finds(journal, "acknowledged sale without its idempotency key", "DELETE FROM idempotency_key");
        finds(
                journal,
                "stay without its calendar object",
                "DELETE FROM calendar_object WHERE name = (SELECT name FROM calendar_object LIMIT 1)");
        finds(
                journal,
                "calendar object that the change log does not have",
                "DELETE FROM calendar_member WHERE NOT removed");
        finds(journal, "change log that is ahead", "UPDATE property_revision SET revision = 1");
        finds(journal, "overbooked stay without its double booking", "DELETE FROM double_booking");
        finds(
                journal,
                "night outside its stay",
                "UPDATE room_night SET night = '2040-01-01' WHERE claim = (SELECT claim FROM room_night GROUP BY claim HAVING COUNT(*) = 1 LIMIT 1)");
        finds(journal, "night in a unit of another room type", """
                UPDATE room_night SET unit = (
                    SELECT u.unit FROM unit u JOIN claim c ON c.claim = room_night.claim
                    WHERE u.room_type <> c.room_type ORDER BY u.position DESC LIMIT 1)
                WHERE claim = (SELECT claim FROM room_night LIMIT 1)
                """);
        finds(
                journal,
                "unit and night claimed twice",
                "CREATE TABLE copy AS SELECT * FROM room_night",
                "DROP TABLE room_night",
                "ALTER TABLE copy RENAME TO room_night",
                "INSERT INTO room_night SELECT * FROM room_night LIMIT 1");
        finds(
                journal,
                "kept 2 times",
                "CREATE TABLE twin AS SELECT * FROM booking LIMIT 1",
                "UPDATE twin SET booking = '00000000-0000-0000-0000-000000000000'",
                "INSERT INTO booking SELECT * FROM twin");
    }

    private List<Entry> write() {
        SplittableRandom random = new SplittableRandom(Seed.of("CheckerControlTest"));
        try (Domain domain = Domain.onSqlite(folder);
                Journal journal = new Journal(folder.resolve("journal.txt"))) {
            House house = domain.makeHouse("");
            domain.serve(house);
            for (int i = 0; i < OPERATIONS; i++) {
                Operation operation = crowded(house, house.next("control-" + i, random));
                Answer answer = journal.ask(domain, operation);
                if (i % 5 == 0 && answer.kind() == Answer.Kind.DONE) {
                    journal.ask(domain, operation.cancelling(answer.booking().orElseThrow()));
                }
            }
            return journal.read();
        }
    }

    /** Into a few nights, so that there are refusals and double bookings. */
    private static Operation crowded(House house, Operation any) {
        boolean hot = any.roomType().equals(house.hot());
        return new Operation(
                any.kind(),
                any.code(),
                any.booking(),
                any.roomType(),
                hot ? House.FIRST_NIGHT : any.arrival(),
                hot ? House.FIRST_NIGHT.plusDays(any.nights()) : any.departure());
    }

    private void finds(List<Entry> journal, String sentence, String... sabotage) throws IOException {
        assertThat(violations(journal, List.of(sabotage)))
                .as(sentence)
                .anyMatch(violation -> violation.startsWith(sentence));
    }

    private List<String> violations(List<Entry> journal, List<String> sabotage) throws IOException {
        Path copy = folder.resolve("copy-%d.db".formatted(copies++));
        Files.copy(folder.resolve("roomnight.db"), copy);
        Store store = Store.sqlite(copy);
        sabotage.forEach(store::execute);
        return new Checker(store).violations(journal);
    }
}
