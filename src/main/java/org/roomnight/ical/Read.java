package org.roomnight.ical;

import java.util.Set;

/** What reading octets as a calendar gave. */
public sealed interface Read {

    /** A whole VCALENDAR; {@code tolerated} says how its text departs from RFC 5545. */
    record Calendar(Component calendar, Set<Tolerated> tolerated) implements Read {
        public Calendar {
            tolerated = Set.copyOf(tolerated);
        }
    }

    /** No calendar; {@code line} counts physical lines from 1 and is where the reader stopped. */
    record Failed(ReadError reason, int line) implements Read {
        public String sentence() {
            return reason.sentence();
        }
    }
}
