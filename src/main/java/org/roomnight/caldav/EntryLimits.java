package org.roomnight.caldav;

/** The dates that an object may have (RFC 4791 §5.2.6, §5.2.7), as {@link StaffEntryReader#checkYear} checks them. */
public final class EntryLimits {

    /** Earlier dates are typing errors, or of another calendar than the Gregorian. */
    public static final String MIN_DATE_TIME = "19000101T000000Z";

    /** Later dates are typing errors, or ways to say "for ever" that RRULE says better. */
    public static final String MAX_DATE_TIME = "22001231T235959Z";

    private EntryLimits() {}
}
