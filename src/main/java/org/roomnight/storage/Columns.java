package org.roomnight.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.IsoDates;
import org.roomnight.kernel.StayDates;

/** Reads the columns of a row as the values that stand in them on both databases. */
public final class Columns {

    private Columns() {}

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    /** An identifier of a type, such as {@code ClaimId::new}. */
    public static <T> T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        return type.apply(uuid(row, column));
    }

    public static <T> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : type.apply(UUID.fromString(text));
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return IsoDates.parse(row.getString(column));
    }

    /** The columns {@code arrival} and {@code departure}. */
    public static StayDates stay(ResultSet row) throws SQLException {
        return new StayDates(date(row, "arrival"), date(row, "departure"));
    }

    /** Of a column that counts milliseconds. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        Long millis = numberOrNull(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    public static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
