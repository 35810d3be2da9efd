package org.roomnight.availability;

/** What a claim occupies its nights for. */
public enum ClaimKind {
    /** A guest sleeps here: a confirmed booking of ours. */
    ROOM_STAY,
    /** Staff took the nights off sale. */
    BLOCK,
    /** A channel's calendar says that the nights are taken there. */
    IMPORTED_STAY
}
