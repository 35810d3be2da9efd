package org.roomnight.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.roomnight.calendar.StoredUsage;
import org.roomnight.inventory.Accounts;
import org.roomnight.inventory.Accounts.Account;
import org.roomnight.kernel.StartRefusedException;
import org.roomnight.kernel.TimeOrderedIdentifiers;
import org.roomnight.kernel.Uuids;
import org.roomnight.oauth.Clients;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.History;
import org.roomnight.storage.SqliteLibrary;
import org.slf4j.LoggerFactory;

/** The database without a server: what operators do between times, also while a server runs on it. */
final class Desk implements AutoCloseable {

    /** They tell of each start, which nobody wants to read who only asks for a list. */
    private static final List<String> CHATTY = List.of("com.zaxxer.hikari", "org.flywaydb");

    private final Database database;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();

    private Desk(Database database) {
        this.database = database;
    }

    /** Makes the database where there is none. */
    static Desk openOrMake(Settings settings) {
        DataFolder.make(settings.dataDir());
        return onDatabase(settings);
    }

    /** Refuses to make an empty database of a mistyped folder, with {@link StartRefusedException}. */
    static Desk open(Settings settings) {
        refuseMissing(settings);
        return openOrMake(settings);
    }

    static void refuseMissing(Settings settings) {
        if (settings.databaseAddress() instanceof DatabaseAddress.SqliteFile(Path file, var _)
                && Files.notExists(file)) {
            throw new StartRefusedException(
                    "There is no database %s. Set ROOMNIGHT_DATA_DIR to the folder of the server; 'roomnight account create' makes a new one."
                            .formatted(file));
        }
    }

    private static Desk onDatabase(Settings settings) {
        SqliteLibrary.unpackBelow(settings.dataDir());
        CHATTY.forEach(name -> {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        });
        return new Desk(Database.open(settings.databaseAddress()));
    }

    Accounts accounts() {
        return new Accounts(database, new TimeOrderedIdentifiers(clock, random), clock);
    }

    Clients clients() {
        return Clients.in(database, clock, random);
    }

    StoredUsage usage() {
        return new StoredUsage(database);
    }

    History history(Settings settings) {
        return new History(database, settings.historyFile(), clock, random);
    }

    /** The account of that identifier. */
    Optional<Account> account(String identifier) {
        return Uuids.parse(identifier)
                .flatMap(wanted -> accounts().list().stream()
                        .filter(account -> account.id().value().equals(wanted))
                        .findFirst());
    }

    @Override
    public void close() {
        database.close();
    }
}
