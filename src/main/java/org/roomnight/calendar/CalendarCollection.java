package org.roomnight.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomType;

/**
 * A calendar collection (RFC 4791 §4.2) of a property.
 *
 * @param key what its members and its changes are kept under; another one for a new calendar of an old name
 * @param name the last part of its address
 * @param title for people
 * @param color as {@code #rrggbb}, or null
 * @param components what it takes: VEVENT, VTODO
 */
public record CalendarCollection(
        Collection key,
        String name,
        Kind kind,
        String title,
        @Nullable String color,
        List<String> components) {

    public CalendarCollection {
        components = List.copyOf(components);
    }

    /** What a calendar is for. */
    public sealed interface Kind {

        /** Every room stay of the property; nobody writes here. */
        record Bookings() implements Kind {}

        /** The room stays of one room type, and its blocks, which staff write. */
        record Rooms(RoomType roomType) implements Kind {}

        /** A calendar that staff made: plain CalDAV. */
        record Staff() implements Kind {}
    }

    static CalendarCollection bookings() {
        return new CalendarCollection(
                Collection.BOOKINGS, "bookings", new Kind.Bookings(), "Bookings", null, List.of("VEVENT"));
    }

    static CalendarCollection of(RoomType roomType) {
        return new CalendarCollection(
                Collection.of(roomType.id()),
                roomType.slug(),
                new Kind.Rooms(roomType),
                roomType.name(),
                roomType.color(),
                List.of("VEVENT"));
    }

    /** Whether staff may put objects here. */
    public boolean writable() {
        return !(kind instanceof Kind.Bookings);
    }
}
