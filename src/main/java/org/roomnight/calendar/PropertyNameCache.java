package org.roomnight.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;

/** Both names of a property. They never change, so one that was found once needs no database. */
public final class PropertyNameCache {

    private static final int MAX_KEPT = 100_000;

    private final Properties properties;
    private final Cache<PropertyId, ManagingEntityId> known =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    PropertyNameCache(Properties properties) {
        this.properties = properties;
    }

    /** Whether the name is one of this property: its hotel identifier or its managing entity identifier. */
    public boolean names(UUID name, PropertyId property) {
        return name.equals(property.value())
                || managingEntity(property).filter(name::equals).isPresent();
    }

    private Optional<UUID> managingEntity(PropertyId property) {
        ManagingEntityId kept = known.getIfPresent(property);
        if (kept != null) {
            return Optional.of(kept.value());
        }
        Optional<Property> found = properties.find(property);
        found.ifPresent(one -> known.put(property, one.managingEntity()));
        return found.map(one -> one.managingEntity().value());
    }

    /** The account's property of that name; empty when it has none. */
    public Optional<PropertyId> find(AccountId account, UUID name) {
        return properties
                .find(account, new ManagingEntityId(name))
                .or(() -> properties
                        .find(new PropertyId(name))
                        .filter(one -> one.account().equals(account)))
                .map(Property::id);
    }
}
