package org.roomnight.availability;

/**
 * Hears what the ledger decides, in the transaction in which it decides: what is rolled back was not decided. Refusals may
 * also come to light in a read.
 */
public interface DecisionListener {

    /** What became of requests for nights. */
    enum Decision {
        SOLD,
        REFUSED,
        RECORDED,
        RELEASED
    }

    /** {@code times} is at least 1. */
    void decided(Decision decision, int times);
}
