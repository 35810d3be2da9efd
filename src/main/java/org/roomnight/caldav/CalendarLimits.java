package org.roomnight.caldav;

/** What an object may contain, beyond the limits of reading it (RFC 4791 §5.2.5 to §5.2.9). */
final class CalendarLimits {

    /** Guests of one event: a calendar of rooms is no mailing list. */
    static final int MAX_ATTENDEES = 20;

    /** Earlier dates are typing errors, or of another calendar than the Gregorian. */
    static final String MIN_DATE_TIME = "19000101T000000Z";

    /** Later dates are typing errors, or ways to say "for ever" that RRULE says better. */
    static final String MAX_DATE_TIME = "21001231T235959Z";

    private CalendarLimits() {}
}
