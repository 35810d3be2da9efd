package org.roomnight.http;

import java.time.InstantSource;
import org.roomnight.storage.Database;

/** One step of forgetting old keys, for tests of other packages. */
public final class OldKeys {

    public static final int FORGOTTEN_AT_ONCE = Replays.FORGOTTEN_AT_ONCE;

    private OldKeys() {}

    /** How many were forgotten. */
    public static int forget(Database database, InstantSource clock) {
        IdempotencyRows rows = new IdempotencyRows(database.jdbc(), clock);
        return database.transactions().writeShared(() -> rows.forgetOld(FORGOTTEN_AT_ONCE));
    }
}
