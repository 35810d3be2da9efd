package org.roomnight.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One calendar object resource (RFC 4791 §4.1): a room stay, rendered, or an entry that staff wrote, octet for octet.
 *
 * @param name the last part of its href; never changes
 * @param uid the UID of its components; never changes for a room stay
 * @param component VEVENT or VTODO
 * @param first the first day that it touches in the property's zone
 * @param last the day after the last, at most {@link #FOR_EVER}
 * @param etag strong, without quotes
 * @param origin who may change it
 * @param octets the whole VCALENDAR
 * @param times when it was made and changed; null for one that is not stored yet
 */
@SuppressWarnings("ArrayRecordComponent") // compared by entity tag, never by equals
public record CalendarObject(
        String name,
        String uid,
        String component,
        LocalDate first,
        LocalDate last,
        String etag,
        Origin origin,
        byte[] octets,
        @Nullable Times times) {

    /** The last day of what recurs without end. */
    public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /** A room stay is as old as its claim. What {@code changed} says moves on with every new entity tag. */
    public record Times(Instant created, Instant changed) {

        static Times ofMillis(long created, long changed) {
            return new Times(Instant.ofEpochMilli(created), Instant.ofEpochMilli(changed));
        }
    }

    /** Where an object comes from. */
    public sealed interface Origin {

        /** A room stay: only its booking changes it. */
        record Stay() implements Origin {}

        /** Staff wrote it; {@code block} is the block that it is, or null where it takes no nights. */
        record Staff(@Nullable UUID block) implements Origin {}

        /** A block of the whole property, shown in the calendar of each room type and changed where it was made. */
        record House(UUID block) implements Origin {}
    }

    /** The same with other octets, and days and origin that go with them. */
    CalendarObject with(LocalDate newFirst, LocalDate newLast, Origin newOrigin, byte[] newOctets) {
        return new CalendarObject(
                name, uid, component, newFirst, newLast, EntityTags.of(newOctets), newOrigin, newOctets, null);
    }

    /** What staff wrote. */
    public static CalendarObject ofStaff(
            String name,
            String uid,
            String component,
            LocalDate first,
            LocalDate last,
            @Nullable UUID block,
            byte[] octets) {
        return new CalendarObject(
                name, uid, component, first, last, EntityTags.of(octets), new Origin.Staff(block), octets, null);
    }

    public boolean writable() {
        return origin instanceof Origin.Staff;
    }
}
