package org.roomnight.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StartRefusedException;

/** The database file: whose it is, and what is said when it is not what it should be. */
final class SqliteFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("roomnight.db");
    }

    private void refusedWith(String sentence) {
        assertThatThrownBy(() -> Database.open(DatabaseAddress.sqlite(file())))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("The database file %s %s", file(), sentence)
                .message()
                .hasLineCount(1);
    }

    private void makeDatabase() {
        try (Database database = Database.open(DatabaseAddress.sqlite(file()))) {
            database.transactions().write(new PropertyId(new UUID(1, 1)), () -> true);
        }
    }

    @Test
    void a_folder_in_its_place_is_named() throws IOException {
        Files.createDirectory(file());
        refusedWith("is a folder");
    }

    @Test
    void octets_of_something_else_are_no_database() throws IOException {
        Files.writeString(file(), "nothing of SQLite's, but long enough to be one. ".repeat(100), UTF_8);
        refusedWith("is no SQLite database");
    }

    @Test
    void a_few_octets_of_something_else_are_no_database() throws IOException {
        Files.writeString(file(), "no", UTF_8);
        refusedWith("is no SQLite database");
    }

    @Test
    void a_file_that_lost_its_end_is_cut() throws IOException {
        makeDatabase();
        long half = Files.size(file()) / 2;
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(half);
        }
        refusedWith("is cut: it has %d octets".formatted(half));
    }

    @Test
    void a_file_that_ends_in_its_header_is_cut() throws IOException {
        makeDatabase();
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(50);
        }
        refusedWith("is cut: it has 50 octets");
    }

    @Test
    void a_file_that_is_broken_inside_is_damaged() throws IOException {
        makeDatabase();
        byte[] octets = Files.readAllBytes(file());
        java.util.Arrays.fill(octets, 100, octets.length, (byte) 0x5A);
        Files.write(file(), octets);
        refusedWith("is damaged");
    }

    @Test
    void the_database_of_another_program_is_left_alone() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (text TEXT)");
        }
        refusedWith("is the SQLite database of another program");
    }

    @Test
    void an_empty_file_is_a_new_database() throws IOException {
        Files.createFile(file());
        makeDatabase();
        makeDatabase();
    }

    @Test
    void nobody_else_may_read_a_new_database_or_what_stands_beside_it() throws IOException {
        try (Database database = Database.open(DatabaseAddress.sqlite(file()))) {
            database.transactions().write(new PropertyId(new UUID(1, 1)), () -> true);
            assertPrivate();
        }
    }

    @Test
    void rights_of_others_to_an_older_database_are_taken_away() throws IOException {
        makeDatabase();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        try (Database database = Database.open(DatabaseAddress.sqlite(file()))) {
            database.transactions().write(new PropertyId(new UUID(1, 1)), () -> true);
            assertPrivate();
        }
    }

    private void assertPrivate() throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path file = folder.resolve("roomnight.db" + suffix);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(suffix)
                    .isEqualTo("rw-------");
        }
    }
}
