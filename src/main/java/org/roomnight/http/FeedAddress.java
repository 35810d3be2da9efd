package org.roomnight.http;

import java.util.Optional;
import java.util.UUID;
import org.roomnight.kernel.Uuids;

/** The path of a property's booking list. It is compared as it was sent: there is nothing in it to decode. */
public final class FeedAddress {

    /** Everything below this path is the feed door's. */
    public static final String PREFIX = "/api/cal/";

    private static final String BEFORE = "/api/cal/property/";
    private static final String AFTER = "/booking/list";
    private static final int UUID_LENGTH = 36;

    private FeedAddress() {}

    public static String path(UUID property) {
        return BEFORE + property + AFTER;
    }

    /** The name of the property in the path, or empty when the path is of nothing that is served here. */
    public static Optional<UUID> property(String path) {
        boolean shaped = path.length() == BEFORE.length() + UUID_LENGTH + AFTER.length()
                && path.startsWith(BEFORE)
                && path.endsWith(AFTER);
        return shaped ? Uuids.parse(path.substring(BEFORE.length(), BEFORE.length() + UUID_LENGTH)) : Optional.empty();
    }
}
