package org.roomnight.calendar;

import java.time.Instant;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.StayDates;

/** A room stay as a VEVENT, its lines ended by CRLF, without the VCALENDAR around it. */
@SuppressWarnings("ArrayRecordComponent") // compared by entity tag, never by equals
record RenderedStay(
        String name, String uid, ClaimId claim, StayDates dates, String etag, byte[] event, Instant created) {}
