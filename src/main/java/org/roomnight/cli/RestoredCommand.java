package org.roomnight.cli;

import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.InstanceLock;

/** Begins a new history of the database, after a backup was put in its place. */
final class RestoredCommand implements Command {

    @Override
    public String name() {
        return "restored";
    }

    @Override
    public String sentence() {
        return "Tells that a backup of the database was restored, so that calendar programs read everything anew.";
    }

    @Override
    public String details() {
        return """
            Run it after the backup is in place: no sync token or tag of before counts after it.
            With SQLite the server must be stopped; with PostgreSQL nodes that run take it up within a second.\
            """;
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        Desk.refuseMissing(settings);
        DatabaseAddress address = settings.databaseAddress();
        try (InstanceLock _ = InstanceLock.acquire(address);
                Desk desk = Desk.open(settings)) {
            desk.history(settings).renew();
        }
        console.say("A new history has begun: calendar programs read everything anew when they ask next.");
        if (address instanceof DatabaseAddress.Postgres) {
            console.say("Nodes that run take it up within a second.");
        }
        return CommandLine.OK;
    }
}
