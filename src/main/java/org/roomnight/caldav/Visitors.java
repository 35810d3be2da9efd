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

/** The properties that come in. One that came before is known as long as its revision, which every change raises, stays. */
final class Visitors {

    private static final int MAX_KEPT = 10_000;

    private final Properties properties;
    private final CurrentRevision revisions;
    private final Cache<PropertyId, Dated<Optional<Property>>> known =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    Visitors(Properties properties, CurrentRevision revisions) {
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
