package org.roomnight.ical;

/** How much a reader forgives. */
public enum Strictness {
    /** For objects that a CalDAV client stores and others will read: what RFC 5545 forbids is refused. */
    STRICT,

    /** For feeds of others: control characters, unreadable lines and a missing VERSION are passed over and reported. */
    LENIENT
}
