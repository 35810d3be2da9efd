package org.roomnight.block;

import org.jspecify.annotations.Nullable;

/**
 * What of an entry of staff could be read in more than one way, and how it was read.
 *
 * @param pointer component and line of the entry, such as {@code /VEVENT/DTSTART}; empty for its text as a whole
 * @param sent what the entry says there, cut where it is long; null where a line is missing
 * @param stored what was taken for it; null where the line is not used
 * @param detail a sentence for people
 */
public record Assumption(
        String pointer, @Nullable String sent, @Nullable String stored, String detail) {

    /** Most assumptions of one block; an entry with more is read no differently. */
    public static final int MAX = 50;

    /** A part of an entry may name people, who must not reach a log. */
    @Override
    public String toString() {
        return pointer;
    }
}
