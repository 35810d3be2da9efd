package org.roomnight.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/** Local times of a zone that is known by its rules: one that is skipped moves forward, one that comes twice is the earlier. */
final class LocalTimes {
    private LocalTimes() {}

    static Instant moment(LocalDateTime local, ZoneRules rules) {
        return local.toInstant(rules.getOffset(local));
    }

    static LocalDateTime local(Instant moment, ZoneRules rules) {
        return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), rules.getOffset(moment));
    }
}
