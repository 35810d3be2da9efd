package org.roomnight.ical;

/** The recurrence identifier range (RFC 5545 §3.2.13): an override may count for the instances after it, too. */
public final class RecurrenceRange {

    /** How far an override with RANGE may move the instances after it and still be followed, in days. */
    public static final int MAX_SHIFT_DAYS = 366;

    private RecurrenceRange() {}

    /** Whether a component is an override that counts for the instances after it. */
    public static boolean thisAndFuture(Component event) {
        return event.property("RECURRENCE-ID")
                .flatMap(id -> id.parameter("RANGE"))
                .filter("THISANDFUTURE"::equalsIgnoreCase)
                .isPresent();
    }
}
