package org.roomnight.calendar;

import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.StayDates;

/**
 * One calendar object resource (RFC 4791 §4.1): a room stay as a VEVENT. {@code name} is the last part of its href and
 * never changes, nor does {@code uid}; {@code event} is the VEVENT alone, its lines ended by CRLF.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by entity tag, never by equals
public record CalendarObject(String name, String uid, ClaimId claim, StayDates dates, String etag, byte[] event) {

    /** The whole object as a client gets it. */
    public byte[] octets() {
        return CalendarFrame.around(event);
    }
}
