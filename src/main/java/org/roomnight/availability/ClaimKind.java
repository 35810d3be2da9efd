package org.roomnight.availability;

import java.util.UUID;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.Holder;

/** The word that the database has for each kind of holder. */
enum ClaimKind {
    /** A guest sleeps here: a confirmed booking of ours. */
    ROOM_STAY,
    /** Staff took the nights off sale. */
    BLOCK;

    static ClaimKind of(Holder holder) {
        return switch (holder) {
            case BookingId _ -> ROOM_STAY;
            case BlockId _ -> BLOCK;
        };
    }

    Holder holder(UUID id) {
        return switch (this) {
            case ROOM_STAY -> new BookingId(id);
            case BLOCK -> new BlockId(id);
        };
    }
}
