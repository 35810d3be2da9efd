package org.roomnight.davxml;

/** Which zone a query wants dates and floating times to be in; as it was sent. */
public sealed interface QueryZone {

    /** By the name of the IANA data: CALDAV:timezone-id (RFC 7809 §6.2); not empty. */
    record Named(String id) implements QueryZone {}

    /** By a calendar with a VTIMEZONE: CALDAV:timezone (RFC 4791 §9.8); not looked at yet. */
    record Defined(String calendar) implements QueryZone {}
}
