package org.roomnight.storage;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;

/** Where the database is: a SQLite file of this machine, or a PostgreSQL server that several nodes may share. */
public sealed interface DatabaseAddress {

    /** Whether an acknowledged write survives a power cut. {@code WEAK} exists only to show that tests would notice. */
    enum Durability {
        FULL,
        WEAK
    }

    record SqliteFile(Path file, Durability durability) implements DatabaseAddress {

        @Override
        public String toString() {
            return file.toString();
        }
    }

    record Postgres(
            String url, @Nullable String user, @Nullable String password) implements DatabaseAddress {

        @Override
        public Durability durability() {
            return Durability.FULL;
        }

        /** Without the query part, which may carry a password. */
        @Override
        public String toString() {
            return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
        }
    }

    Durability durability();

    static DatabaseAddress sqlite(Path file) {
        return new SqliteFile(file, Durability.FULL);
    }

    /**
     * Reads {@code sqlite:FILE} or {@code postgresql://host:port/name} (also with {@code jdbc:} in front). An unknown
     * product is refused.
     */
    static DatabaseAddress parse(String url, @Nullable String user, @Nullable String password) {
        String plain = url.strip();
        String address = plain.startsWith("jdbc:") ? plain.substring("jdbc:".length()) : plain;
        if (address.startsWith("sqlite:") && address.length() > "sqlite:".length()) {
            return sqlite(Path.of(address.substring("sqlite:".length())));
        }
        if (address.toLowerCase(Locale.ROOT).matches("postgres(ql)?:.+")) {
            return new Postgres("jdbc:postgresql:" + address.substring(address.indexOf(':') + 1), user, password);
        }
        throw new StartRefusedException(
                "ROOMNIGHT_DATABASE_URL names a database that Roomnight does not know. It accepts sqlite:FILE or postgresql://HOST:PORT/NAME.");
    }
}
