package org.roomnight.inventory;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which time zones a house can stand in: regions of the time zone database, and UTC. Offsets and old abbreviations know
 * no summer time where the house stands.
 */
public final class RegionZone {

    /** What a zone must be, as the end of a sentence about it. */
    public static final String RULE = "a region of the time zone database, such as Europe/Lisbon";

    /** Longest name that is looked at, in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private RegionZone() {}

    public static Optional<ZoneId> parse(String name) {
        return name.equals("UTC") || REGIONS.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
