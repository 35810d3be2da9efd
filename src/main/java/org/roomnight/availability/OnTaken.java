package org.roomnight.availability;

/** What becomes of nights that are taken already. */
public enum OnTaken {
    /** Nothing is changed, and the nights are named. */
    REFUSE,
    /** The free nights are taken, and the others become double bookings. */
    KEEP
}
