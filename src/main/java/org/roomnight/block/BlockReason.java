package org.roomnight.block;

/** Why nights are off sale. */
public enum BlockReason {
    OWNER_STAY("Owner stay"),
    OUT_OF_ORDER("Out of order"),
    OTHER("Blocked");

    private final String title;

    BlockReason(String title) {
        this.title = title;
    }

    /** What calendars call such a block. */
    public String title() {
        return title;
    }
}
