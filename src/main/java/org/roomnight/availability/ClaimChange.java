package org.roomnight.availability;

import org.roomnight.inventory.RoomType;

/** What became of a claim; {@code roomType} is the one it is in now. */
public sealed interface ClaimChange {

    /** It is new. */
    record Claimed(Claim now, RoomType roomType) implements ClaimChange {}

    /** Dates, room type, units or label changed; {@code before} is what listeners heard last. */
    record Changed(Claim before, Claim now, RoomType roomType) implements ClaimChange {}

    record Released(Claim before) implements ClaimChange {}
}
