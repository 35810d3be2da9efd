package org.roomnight.kernel;

import java.time.LocalDate;
import java.util.UUID;

/** Where a list goes on that is sorted by a day and an identifier: after these. */
public record ListPosition(LocalDate day, UUID id) {

    /** Before everything. */
    public static final ListPosition FIRST = new ListPosition(LocalDate.of(1, 1, 1), new UUID(0, 0));

    /** The opposite of {@link #parse}. */
    public String text() {
        return day + " " + id;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws RuntimeException when it is anything else
     */
    public static ListPosition parse(String text) {
        String[] parts = text.split(" ", 2);
        return new ListPosition(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
    }
}
