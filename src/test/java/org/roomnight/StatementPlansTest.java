package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roomnight.storage.Database;
import org.roomnight.storage.TestDatabases;

/**
 * How SQLite looks for rows, statement by statement: none walks through a whole table, or through all rows of a property
 * where a key or a date leads to those that are wanted. That holds with statistics and, as after a first start, without.
 */
final class StatementPlansTest {

    /** What may walk, and why that is no harm. */
    private static final Map<String, String> MAY_WALK = Map.ofEntries(
            Map.entry("Accounts.LIST", "an operator's command"),
            Map.entry("Clients.LIST", "an operator's command"),
            Map.entry("Clients.LIST_ALL", "an operator's command"),
            Map.entry("UsedKeyRows.LIST", "a row for each version of the key file"),
            Map.entry("BlockRows.SELECT", "the beginning of other statements"),
            Map.entry("BookingRows.SELECT", "the beginning of other statements"),
            Map.entry("ClaimRows.SELECT", "the beginning of other statements"),
            Map.entry("JdbcConnections.SELECT", "the beginning of other statements"),
            Map.entry("JdbcDoubleBookings.SELECT", "the beginning of other statements"),
            Map.entry("RoomTypeRows.SELECT", "the beginning of other statements"),
            Map.entry("BlockRows.DROP_WISHES", "when a room type loses units"),
            Map.entry("BlockStayRows.DROP_WISHES", "when a room type loses units"),
            Map.entry("BlockRows.OF_PROPERTY", "when a room type gets or loses units"),
            Map.entry("DavPropertyRows.COPY_INSIDE", "when a calendar is copied"),
            Map.entry("DavPropertyRows.REMOVE_INSIDE", "when a calendar is removed"),
            Map.entry("BulkRows.UNLINKED", "what copies that were broken off left behind, now and then"),
            Map.entry("Revisions.FORGET_MARKS", "a thousand short rows, once after a start"),
            Map.entry("CountRows.LARGEST", "an operator's question about all properties"),
            Map.entry("RoomStayRows.WAITING_PROPERTIES", "all that wait, from an index of only those"),
            Map.entry("RoomStayRows.WAITING_ROOMS", "all that wait in a property, from an index of only those"),
            Map.entry("JdbcDoubleBookings.UNRESOLVED", "the list of all double bookings"));

    /** A room has few rows of these, or its property is the whole key. */
    private static final List<String> SMALL = List.of(
            "property",
            "property_revision",
            "connection",
            "counted",
            "c",
            "room_type",
            "t",
            "staff_calendar",
            "unit",
            "history");

    private static final Pattern STATEMENT = Pattern.compile("\\s*(SELECT|UPDATE|DELETE|WITH|INSERT)\\s[\\s\\S]*");
    private static final Pattern WALK = Pattern.compile("SCAN (?!CONSTANT|\\(|SUBQUERY).*|SEARCH .*\\(property=\\?\\)");

    @Test
    void no_statement_walks_through_more_rows_than_it_has_to() throws Exception {
        Map<String, String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(100);
        try (Database database = TestDatabases.sqlite()) {
            assertThat(walks(database, statements)).as("without statistics").isEmpty();
            fill(database);
            assertThat(walks(database, statements)).as("with statistics").isEmpty();
        }
    }

    private static Map<String, String> walks(Database database, Map<String, String> statements) {
        Map<String, String> walks = new TreeMap<>();
        statements.forEach((name, statement) -> {
            String plan = String.join("; ", plan(database, statement));
            boolean walking = Stream.of(plan.split("; ")).anyMatch(StatementPlansTest::isWalk);
            if (walking && !MAY_WALK.containsKey(name)) {
                walks.put(name, plan);
            }
        });
        return walks;
    }

    private static boolean isWalk(String step) {
        return WALK.matcher(step).matches() && !SMALL.contains(step.split(" ")[1]);
    }

    private static List<String> plan(Database database, String statement) {
        String asked = statement
                .replace("%s", "") // where a condition may come in
                .replaceAll("\\(VALUES :[a-zA-Z]\\w*\\)", "(VALUES ('x', 'x'))") // of whole rows
                .replaceAll("(?<!:):[a-zA-Z]\\w*", "'x'");
        return database.transactions()
                .read(() -> database.jdbc()
                        .sql("EXPLAIN QUERY PLAN " + asked)
                        .query((row, _) -> row.getString("detail"))
                        .list());
    }

    /** Every constant that is a statement; rows that are only inserted need no plan. */
    private static Map<String, String> statements() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Class<?> type : types()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    String text = (String) field.get(null);
                    if (isStatement(text)) {
                        found.put(type.getSimpleName() + "." + field.getName(), text);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isStatement(String text) {
        return text != null
                && STATEMENT.matcher(text).matches()
                && !text.contains(":rows")
                && !text.contains("FOR UPDATE")
                && !text.contains("pg_notify");
    }

    private static List<Class<?>> types() throws Exception {
        Path root = Path.of(Roomnight.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("org/roomnight"))) {
            for (Path file : files.filter(
                            path -> path.toString().matches(".*(Rows|Jdbc|storage|oauth|cluster).*[.]class")
                                    || path.toString()
                                            .matches(
                                                    ".*(inventory|availability|booking|block|connection|conflict|calendar).*[.]class"))
                    .toList()) {
                String name = root.relativize(file).toString().replace('/', '.');
                types.add(Class.forName(
                        name.substring(0, name.length() - ".class".length()), false, Roomnight.class.getClassLoader()));
            }
        }
        return types;
    }

    /** A large house, whose statistics would lead a planner astray that looks at the property only. */
    private static void fill(Database database) {
        String numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) ";
        String night = "date('2027-01-01', (i % 700) || ' days')";
        List<String> rows = List.of(
                "INSERT INTO claim SELECT 'p', 'c' || i, 'STAY', 'h' || i, 't' || (i % 5), " + night + ", " + night
                        + ", 0, 0, NULL, NULL, 1, 0, NULL, NULL, NULL, 1, 1, NULL, NULL FROM n",
                "INSERT INTO room_night SELECT 'p', 'u' || (i / 700), " + night + ", 'c' || i FROM n",
                "INSERT INTO overbooked_night SELECT 'p', 't', '2027-03-10', 'c' || i FROM n",
                "INSERT INTO double_booking SELECT 'p', 'd' || i, 't', 'c' || i, '2027-03-10', '2027-03-11', 'OPEN', 1,"
                        + " 1, 1 FROM n",
                "INSERT INTO staff_object SELECT 'p', 'blocks', 'e' || i, 'u' || i, 'VEVENT', 'b' || i, 1, " + night
                        + ", " + night + ", 'e', x'00', 1, 1 FROM n",
                "INSERT INTO block SELECT 'p', 'b' || i, 't', NULL, 'OTHER', NULL, " + night + ", " + night
                        + ", 1, 1, 1, NULL FROM n",
                "INSERT INTO block_stay SELECT 'p', 'b' || i, " + night + ", 0, " + night + ", NULL FROM n");
        database.transactions().writeShared(() -> {
            rows.forEach(row -> database.jdbc()
                    .sql(row.replaceFirst(" SELECT ", " " + numbers + "SELECT "))
                    .update());
            return database.jdbc().sql("ANALYZE").update();
        });
    }
}
