package org.roomnight.durability;

import java.util.Optional;
import java.util.UUID;

/** What a client heard of an operation. {@code LOST} where the connection broke: nobody knows what became of it. */
record Answer(Kind kind, int status, Optional<UUID> booking, boolean replayed, String text) {

    enum Kind {
        DONE,
        REFUSED,
        /** The server says that it did nothing (503 without an unknown outcome). */
        NOT_DONE,
        /** The server says that it cannot know. */
        UNKNOWN,
        LOST
    }

    static Answer lost(String why) {
        return new Answer(Kind.LOST, 0, Optional.empty(), false, why);
    }

    static Answer done(int status, UUID booking, boolean replayed) {
        return new Answer(Kind.DONE, status, Optional.of(booking), replayed, "");
    }

    static Answer of(Kind kind, int status, String text) {
        return new Answer(kind, status, Optional.empty(), false, text);
    }
}
