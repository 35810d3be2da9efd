package org.roomnight.availability;

/** Hears of every change of a claim inside the transaction that makes it. */
public interface ClaimListener {

    void claimed(Claim now);

    /** Dates, room type, units or label changed; {@code before} is what listeners heard last. */
    void changed(Claim before, Claim now);

    void released(Claim before);
}
