package org.roomnight.ical;

/**
 * What one calendar may cost to read; each number is the largest that is accepted.
 *
 * @param octets the whole input
 * @param lineOctets one unfolded line, in octets
 * @param descriptionOctets one unfolded DESCRIPTION line, in octets
 * @param propertiesPerComponent properties directly in one component
 * @param parametersPerProperty parameters of one property; each value of a list counts
 * @param nesting open components, VCALENDAR included
 * @param components components of all kinds, VCALENDAR included
 * @param events VEVENT components
 */
public record ReadingLimits(
        int octets,
        int lineOctets,
        int descriptionOctets,
        int propertiesPerComponent,
        int parametersPerProperty,
        int nesting,
        int components,
        int events) {

    private static final int KIB = 1024;

    /** Largest line, in octets unfolded: far above every real one but inlined pictures. */
    static final int LINE_OCTETS = 64 * KIB;

    /** Largest DESCRIPTION line, in octets unfolded: meeting programs paste whole mails there. */
    static final int DESCRIPTION_OCTETS = 256 * KIB;

    static final int PROPERTIES_PER_COMPONENT = 200;
    static final int PARAMETERS_PER_PROPERTY = 64;

    /** VCALENDAR, VEVENT, VALARM and one of somebody's own. */
    static final int NESTING = 4;

    /** Largest calendar object that CalDAV takes, in octets; above it CALDAV:max-resource-size. */
    static final int OBJECT_OCTETS = 512 * KIB;

    /** Components of one calendar object: 1,000 overridden instances with an alarm each, and time zones. */
    static final int OBJECT_COMPONENTS = 2_500;

    /** Largest channel feed, in octets inflated. */
    static final int FEED_OCTETS = 10 * KIB * KIB;

    static final int FEED_EVENTS = 20_000;

    /** Components of a channel feed: each event with two alarms, and time zones. */
    static final int FEED_COMPONENTS = 61_000;

    /** For one calendar object that a client stores. */
    public static final ReadingLimits OBJECT = new ReadingLimits(
            OBJECT_OCTETS,
            LINE_OCTETS,
            DESCRIPTION_OCTETS,
            PROPERTIES_PER_COMPONENT,
            PARAMETERS_PER_PROPERTY,
            NESTING,
            OBJECT_COMPONENTS,
            OBJECT_COMPONENTS);

    /** For a whole calendar that a channel serves. */
    public static final ReadingLimits FEED = new ReadingLimits(
            FEED_OCTETS,
            LINE_OCTETS,
            DESCRIPTION_OCTETS,
            PROPERTIES_PER_COMPONENT,
            PARAMETERS_PER_PROPERTY,
            NESTING,
            FEED_COMPONENTS,
            FEED_EVENTS);
}
