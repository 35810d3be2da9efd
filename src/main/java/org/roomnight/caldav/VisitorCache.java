package org.roomnight.caldav;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.calendar.CurrentRevision;
import org.roomnight.calendar.CurrentRevision.Dated;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.PropertyId;

/** A cache of the properties that sign in. One is known as long as its revision, which every change raises, stays. */
final class VisitorCache {

    private static final int MAX_KEPT = 10_000;

    private final Properties properties;
    private final CurrentRevision revisions;
    private final Cache<PropertyId, Dated<Optional<Property>>> known =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    VisitorCache(Properties properties, CurrentRevision revisions) {
        this.properties = properties;
        this.revisions = revisions;
    }

    Optional<Property> find(PropertyId id) {
        @Nullable Dated<Optional<Property>> kept = known.getIfPresent(id);
        if (kept != null && revisions.ofOrLast(id).stamp().equals(kept.stamp())) {
            return kept.read();
        }
        Dated<Optional<Property>> read = revisions.read(id, () -> properties.find(id));
        known.put(id, read);
        return read.read();
    }
}
