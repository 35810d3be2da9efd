package org.roomnight.calendar;

/**
 * How much staff of one property and their programs may store. A single calendar may hold {@link
 * StaffCalendars#MAX_OBJECTS} entries, and half of the octets.
 *
 * @param calendars that staff make
 * @param entries in all calendars, room stays not counted
 * @param octets of these entries
 * @param propertyOctets of all values that clients set by PROPPATCH
 */
public record Quotas(int calendars, long entries, long octets, long propertyOctets) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Twenty years of a large house; whoever needs more is asked by the operator what for. */
    public static final Quotas STANDARD = new Quotas(100, 100_000, 512 * MEGABYTE, 16 * MEGABYTE);

    long octetsOfCalendar() {
        return octets / 2;
    }

    long propertyOctetsOfCalendar() {
        return propertyOctets / 2;
    }
}
