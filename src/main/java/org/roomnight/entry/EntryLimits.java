package org.roomnight.entry;

/** What an entry may have at most. */
public final class EntryLimits {

    /** Earlier dates are typing errors, or of another calendar than the Gregorian. */
    static final int FIRST_YEAR = 1900;

    /** Later dates are typing errors, or ways to say "for ever" that RRULE says better. */
    static final int LAST_YEAR = 2200;

    /** The first moment of {@link #FIRST_YEAR}, as iCalendar has it (RFC 4791 §5.2.6). */
    public static final String MIN_DATE_TIME = "19000101T000000Z";

    /** The last second of {@link #LAST_YEAR}, as iCalendar has it (RFC 4791 §5.2.7). */
    public static final String MAX_DATE_TIME = "22001231T235959Z";

    /** Attendees of one component, each of whom a program may write to. */
    public static final int MAX_ATTENDEES = 200;

    /** Alarms of one component. */
    public static final int MAX_ALARMS = 20;

    /** Longest UID, in octets of UTF-8. */
    public static final int MAX_UID = 1_000;

    private EntryLimits() {}
}
