package org.roomnight.inventory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.roomnight.inventory.RoomTypeRows.Edition;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.storage.Transactions;

/** Room types that were read lately. Each look asks the database for the edition; only the units come from memory. */
final class RoomTypeCache {

    /** Units of all room types that are kept, some 30 MB. */
    private static final int MAX_UNITS = 100_000;

    private final Cache<Key, Known> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_UNITS)
            .weigher((Key _, Known known) -> 1 + known.type().quantity())
            .build();
    private final RoomTypeRows rows;
    private final Transactions transactions;

    RoomTypeCache(RoomTypeRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    private record Key(PropertyId property, RoomTypeId id) {}

    private record Known(Edition edition, RoomType type) {}

    /** Call it in a transaction: edition and units have to be of one snapshot. */
    Optional<RoomType> find(PropertyId property, RoomTypeId id) {
        return rows.edition(property, id)
                .flatMap(edition -> known(property, id, edition)
                        .or(() -> rows.find(property, id).map(read -> remembered(edition, read))));
    }

    /** The same of all room types, by name. */
    List<RoomType> list(PropertyId property) {
        Map<RoomTypeId, Edition> editions = rows.editions(property);
        List<RoomType> known = new ArrayList<>();
        editions.forEach((id, edition) -> known(property, id, edition).ifPresent(known::add));
        if (known.size() == editions.size()) {
            return known;
        }
        List<RoomType> read = rows.list(property);
        read.forEach(type -> remembered(Objects.requireNonNull(editions.get(type.id())), type));
        return read;
    }

    private Optional<RoomType> known(PropertyId property, RoomTypeId id, Edition edition) {
        return Optional.ofNullable(cache.getIfPresent(new Key(property, id)))
                .filter(known -> known.edition().equals(edition))
                .map(Known::type);
    }

    /** What a write reads may yet be rolled back, and is forgotten. */
    private RoomType remembered(Edition edition, RoomType type) {
        if (!transactions.writing()) {
            cache.put(new Key(type.property(), type.id()), new Known(edition, type));
        }
        return type;
    }

    /** One that is made again with the same identifier may get the same edition. */
    void forget(RoomType removed) {
        cache.invalidate(new Key(removed.property(), removed.id()));
    }
}
