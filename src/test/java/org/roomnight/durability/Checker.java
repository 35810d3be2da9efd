package org.roomnight.durability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roomnight.durability.Journal.Cancellation;
import org.roomnight.durability.Journal.Entry;
import org.roomnight.durability.Journal.State;

/** Compares the database with the clients' journals and with itself; answers with a sentence for everything wrong. */
final class Checker {

    private static final String BOOKINGS = "SELECT booking_code, booking, cancelled FROM booking";

    /**
     * Rows that must not be; every query names the offenders. They run twice a restart on a database that grows, so none
     * may compare every row with every other: where no index has property and claim, the join is by the claim alone,
     * which is unique, and the property is compared after it.
     */
    private static final Map<String, String> RULES = Map.of(
            "unit and night claimed twice", """
            SELECT property, unit, night, COUNT(*) FROM room_night GROUP BY property, unit, night HAVING COUNT(*) > 1
            """,
            "stay without all its nights", """
            SELECT b.booking_code, s.claim FROM booking b
            JOIN room_stay s ON s.property = b.property AND s.booking = b.booking
            LEFT JOIN claim c ON c.property = s.property AND c.claim = s.claim
            LEFT JOIN (SELECT claim, COUNT(*) AS nights FROM (
                SELECT claim, night FROM room_night UNION ALL SELECT claim, night FROM overbooked_night) x
                GROUP BY claim) n ON n.claim = s.claim
            WHERE b.cancelled_ms IS NULL AND (c.claim IS NULL OR COALESCE(n.nights, 0) <> %s)
            """,
            "booking without a stay", """
            SELECT booking_code FROM booking b WHERE NOT EXISTS (
                SELECT 1 FROM room_stay s WHERE s.property = b.property AND s.booking = b.booking)
            """,
            "night outside its stay", """
            SELECT n.claim, n.night FROM room_night n LEFT JOIN claim c ON c.property = n.property AND c.claim = n.claim
            WHERE c.claim IS NULL OR n.night < c.arrival OR n.night >= c.departure
            """,
            "night of a cancelled booking or of none", """
            SELECT n.claim FROM (SELECT property, claim FROM room_night
                UNION ALL SELECT property, claim FROM overbooked_night) n
            LEFT JOIN room_stay s ON s.claim = n.claim
            LEFT JOIN booking b ON b.property = s.property AND b.booking = s.booking
            WHERE b.booking IS NULL OR b.property <> n.property OR b.cancelled_ms IS NOT NULL
            """,
            "night in a unit of another room type", """
            SELECT n.claim, n.unit FROM room_night n JOIN claim c ON c.property = n.property AND c.claim = n.claim
            LEFT JOIN unit u ON u.property = n.property AND u.unit = n.unit AND u.room_type = c.room_type
            WHERE u.unit IS NULL
            """,
            "stay without its calendar object, or object without a stay", """
            SELECT c.claim, o.name FROM claim c LEFT JOIN calendar_object o ON o.claim = c.claim
            WHERE o.claim IS NULL OR o.property <> c.property OR o.arrival <> c.arrival OR o.departure <> c.departure
            UNION ALL
            SELECT o.claim, o.name FROM calendar_object o
            LEFT JOIN claim c ON c.property = o.property AND c.claim = o.claim
            WHERE c.claim IS NULL
            """,
            "calendar object that the change log does not have in two collections", """
            SELECT o.name FROM calendar_object o
            LEFT JOIN (SELECT property, name, COUNT(*) AS collections FROM calendar_member
                WHERE NOT CAST(removed AS BOOLEAN) GROUP BY property, name) m
            ON m.property = o.property AND m.name = o.name
            WHERE COALESCE(m.collections, 0) <> 2
            """,
            "change log that is ahead of the revision or has removed what is there", """
            SELECT m.collection, m.name FROM calendar_member m
            LEFT JOIN property_revision r ON r.property = m.property
            LEFT JOIN calendar_object o ON o.property = m.property AND o.name = m.name
            WHERE r.revision IS NULL OR m.revision > r.revision
               OR (CAST(m.removed AS BOOLEAN) AND o.name IS NOT NULL)
               OR (NOT CAST(m.removed AS BOOLEAN) AND o.name IS NULL)
            """,
            "overbooked stay without its double booking", """
            SELECT DISTINCT n.claim FROM overbooked_night n LEFT JOIN double_booking d
            ON d.property = n.property AND d.claim = n.claim AND d.state <> 'RESOLVED'
            WHERE d.claim IS NULL
            """);

    private final Store store;

    Checker(Store store) {
        this.store = store;
    }

    private record Stored(UUID booking, boolean cancelled) {}

    /** What is wrong; nothing when the list is empty. */
    List<String> violations(List<Entry> journal) {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = store.open()) {
            if (!store.url().startsWith("jdbc:sqlite:")) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            compare(connection, journal, wrong);
            for (var rule : RULES.entrySet()) {
                for (String row : Store.rows(connection, rule.getValue().replace("%s", nightsBetween()))) {
                    wrong.add(rule.getKey() + ": " + row);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return wrong;
    }

    private String nightsBetween() {
        return store.url().startsWith("jdbc:sqlite:")
                ? "CAST(julianday(s.departure) - julianday(s.arrival) AS INTEGER)"
                : "(s.departure - s.arrival)";
    }

    private static void compare(Connection connection, List<Entry> journal, List<String> wrong) throws SQLException {
        Map<String, List<Stored>> stored = new HashMap<>();
        for (String row : Store.rows(connection, BOOKINGS)) {
            String[] columns = row.split("\\|", -1);
            stored.computeIfAbsent(columns[0], _ -> new ArrayList<>())
                    .add(new Stored(UUID.fromString(columns[1]), isTrue(columns[2])));
        }
        List<String> keys = Store.rows(connection, "SELECT idempotency_key FROM idempotency_key");
        java.util.Set<String> keySet = new java.util.HashSet<>(keys);
        for (Entry entry : journal) {
            compare(entry, stored.getOrDefault(entry.operation.code(), List.of()), wrong);
            boolean sold = entry.operation.kind() == Operation.Kind.SELL && entry.state == State.ACKNOWLEDGED;
            if (sold && !keySet.contains(entry.operation.code())) {
                wrong.add("acknowledged sale without its idempotency key: " + entry.operation.code());
            }
            stored.remove(entry.operation.code());
        }
        stored.keySet().forEach(code -> wrong.add("booking that nobody asked for: " + code));
    }

    private static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("t") || flag.equals("true");
    }

    private static void compare(Entry entry, List<Stored> stored, List<String> wrong) {
        String code = entry.operation.code();
        if (stored.size() > 1) {
            wrong.add("kept %d times: %s".formatted(stored.size(), code));
        }
        switch (entry.state) {
            case ACKNOWLEDGED -> {
                if (stored.isEmpty()) {
                    wrong.add("acknowledged and lost: " + code);
                } else if (!entry.booking.equals(
                        java.util.Optional.of(stored.getFirst().booking()))) {
                    wrong.add("acknowledged under another identifier: " + code);
                }
            }
            case REFUSED -> {
                if (!stored.isEmpty()) {
                    wrong.add("refused and kept: " + code);
                }
            }
            case UNKNOWN -> {}
        }
        boolean cancelled = stored.stream().anyMatch(Stored::cancelled);
        if (entry.cancellation == Cancellation.ACKNOWLEDGED && !stored.isEmpty() && !cancelled) {
            wrong.add("acknowledged cancellation lost: " + code);
        }
        if (entry.cancellation == Cancellation.NOT_ASKED && cancelled) {
            wrong.add("cancelled by nobody: " + code);
        }
    }

    /** Codes of the bookings that are kept. */
    List<String> codes() {
        try (Connection connection = store.open()) {
            return Store.rows(connection, "SELECT booking_code FROM booking ORDER BY booking_code");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long revision() {
        try (Connection connection = store.open()) {
            return Long.parseLong(Store.rows(connection, "SELECT COALESCE(MAX(revision), 0) FROM property_revision")
                    .getFirst());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
