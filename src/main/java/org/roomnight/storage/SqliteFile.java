package org.roomnight.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;
import org.sqlite.SQLiteErrorCode;

/** The database file before and while it is opened: what is wrong with it is said in a sentence. */
final class SqliteFile {

    private static final byte[] BEGINNING = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER_OCTETS = 100;
    private static final int LARGEST_PAGE = 65_536;

    /** Where the header says how large a page is, how many there are, and whether that number is to be trusted. */
    private static final int PAGE_SIZE_AT = 16;

    private static final int CHANGES_AT = 24;
    private static final int PAGES_AT = 28;
    private static final int PAGES_VALID_AT = 92;

    /** Less room than this and a disk counts as full. */
    private static final long FULL_OCTETS = 1024 * 1024;

    private static final int PRIMARY_CODE = 0xFF;

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    /** Makes the file where it is missing, and keeps it and those beside it from others. */
    void prepare() {
        if (file.toString().equals(":memory:")) {
            return; // refused later, for it has no write-ahead log
        }
        Path folder = folder();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The folder of the database file %s cannot be made.".formatted(file), failure);
        }
        refuseUnusable(folder);
        try {
            for (Path one : List.of(beside("-wal"), beside("-shm"), beside(".lock"))) {
                PrivateRights.narrow(one);
            }
            PrivateRights.makeFile(file);
        } catch (IOException failure) {
            throw refusal(isFull() ? "stands on a full disk" : "cannot be made or kept from others", failure);
        }
    }

    private void refuseUnusable(Path folder) {
        if (Files.isDirectory(file)) {
            throw refusal("is a folder", null);
        }
        if (!Files.isWritable(folder)) {
            throw refusal("stands in a folder that cannot be written to", null);
        }
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw refusal("is no file", null);
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw refusal("cannot be read and written", null);
        }
        try {
            refuseStrange();
        } catch (IOException failure) {
            throw refusal("cannot be read", failure);
        }
    }

    /** A new file is empty. */
    private void refuseStrange() throws IOException {
        long octets = Files.size(file);
        if (octets == 0) {
            return;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_OCTETS);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is there or the file ends
            }
        }
        for (int i = 0; i < Math.min(BEGINNING.length, octets); i++) {
            if (header.get(i) != BEGINNING[i]) {
                throw refusal("is no SQLite database", null);
            }
        }
        long expected = expectedOctets(header);
        boolean logged = Files.exists(beside("-wal")) && Files.size(beside("-wal")) > 0;
        if (octets < HEADER_OCTETS || (!logged && octets < expected)) {
            throw refusal("is cut: it has %d octets and should have %d".formatted(octets, expected), null);
        }
    }

    private static long expectedOctets(ByteBuffer header) {
        boolean trusted = header.getInt(CHANGES_AT) == header.getInt(PAGES_VALID_AT);
        int said = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
        long pageSize = said == 1 ? LARGEST_PAGE : said;
        return trusted ? pageSize * Integer.toUnsignedLong(header.getInt(PAGES_AT)) : HEADER_OCTETS;
    }

    /** A database that has tables, but none of ours, belongs to another program. */
    void refuseStrangeSchema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    SELECT COUNT(*), COALESCE(SUM(name = 'flyway_schema_history'), 0)
                    FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                    """)) {
            if (row.next() && row.getInt(1) > 0 && row.getInt(2) == 0) {
                throw refusal("is the SQLite database of another program", null);
            }
        }
    }

    /** What a failure to open or migrate it means, where that can be told. */
    Optional<StartRefusedException> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(refusal(meaning(sql), failure));
            }
        }
        return Optional.empty();
    }

    private String meaning(SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY_CODE)) {
            case SQLITE_FULL -> "stands on a full disk";
            case SQLITE_NOTADB -> "is no SQLite database";
            case SQLITE_CORRUPT -> "is damaged";
            case SQLITE_READONLY -> "cannot be written to";
            case SQLITE_BUSY, SQLITE_LOCKED -> "is held by another program";
            default -> isFull() ? "stands on a full disk" : "cannot be opened: " + failure.getMessage();
        };
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(folder()).getUsableSpace() < FULL_OCTETS;
        } catch (IOException _) {
            return false;
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private StartRefusedException refusal(String what, @Nullable Throwable cause) {
        String sentence = "The database file %s %s.%s".formatted(file, what, advice(what));
        return cause == null ? new StartRefusedException(sentence) : new StartRefusedException(sentence, cause);
    }

    private static String advice(String what) {
        if (what.startsWith("is damaged") || what.startsWith("is cut") || what.startsWith("is no SQLite")) {
            return " Put a backup in its place.";
        }
        return what.endsWith("full disk") ? " Make room and start again." : "";
    }
}
