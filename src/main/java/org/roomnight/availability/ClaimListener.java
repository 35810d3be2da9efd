package org.roomnight.availability;

import org.roomnight.inventory.RoomType;

/** Hears of every change of a claim inside the transaction that makes it; {@code roomType} is the one it is in now. */
public interface ClaimListener {

    void claimed(Claim now, RoomType roomType);

    /** Dates, room type, units or label changed; {@code before} is what listeners heard last. */
    void changed(Claim before, Claim now, RoomType roomType);

    void released(Claim before);
}
