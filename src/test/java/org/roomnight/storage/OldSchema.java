package org.roomnight.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** A database as an older release left it: its schema by the real migrations, its rows by SQL. */
public final class OldSchema {

    private OldSchema() {}

    /**
     * Makes the schema of a version in an empty database, and fills each of its tables with what another database of the
     * same product has in the columns that there were.
     */
    public static void fill(DatabaseAddress to, DatabaseAddress from, int version) throws SQLException {
        Dialect old = dialect(to);
        Dialect current = dialect(from);
        try {
            Flyway.configure()
                    .dataSource(old.migrations())
                    .placeholders(old.placeholders())
                    .target(MigrationVersion.fromVersion(Integer.toString(version)))
                    .loggers("slf4j")
                    .load()
                    .migrate();
            try (Connection source = current.migrations().getConnection();
                    Connection target = old.migrations().getConnection()) {
                for (String table : filled(target)) {
                    copy(table, source, target);
                }
            }
        } finally {
            old.close();
            current.close();
        }
    }

    private static Dialect dialect(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> new SqliteDialect(sqlite.file(), SynchronousMode.FULL);
            case DatabaseAddress.Postgres postgres ->
                new PostgresDialect(postgres.url(), postgres.user(), postgres.password());
        };
    }

    /** All tables, those first that others refer to. */
    private static List<String> filled(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(List.of("account", "property", "room_type"));
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!tables.contains(name) && !name.startsWith("flyway") && !name.startsWith("sqlite")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static void copy(String table, Connection source, Connection target) throws SQLException {
        String columns = columns(table, target);
        String marks = columns.replaceAll("\\w+", "?");
        try (PreparedStatement read = source.prepareStatement("SELECT DISTINCT %s FROM %s".formatted(columns, table));
                PreparedStatement write =
                        target.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, marks));
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    write.setObject(i, rows.getObject(i));
                }
                write.executeUpdate();
            }
        }
    }

    private static String columns(String table, Connection target) throws SQLException {
        try (PreparedStatement none = target.prepareStatement("SELECT * FROM " + table + " WHERE 1 = 0");
                ResultSet rows = none.executeQuery()) {
            ResultSetMetaData shape = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i : IntStream.rangeClosed(1, shape.getColumnCount()).toArray()) {
                names.add(shape.getColumnName(i));
            }
            return String.join(", ", names);
        }
    }
}
