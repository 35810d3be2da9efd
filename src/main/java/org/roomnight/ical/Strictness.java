package org.roomnight.ical;

/** How much a reader forgives. */
public enum Strictness {
    /** For what is sound already, or must be: what RFC 5545 forbids is refused. */
    STRICT,

    /** For objects that a CalDAV client sends: what no night depends on is passed over and reported, and not stored. */
    MENDING,

    /** For feeds of others: control characters, unreadable lines and a missing VERSION are passed over and reported. */
    LENIENT
}
