package org.roomnight.inventory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.RoomTypeRows.Edition;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.storage.Transactions;

/** Room types that were read lately. Each look asks the database for the edition; only the units come from memory. */
final class KnownRoomTypes {

    /** Units of all room types that are kept, some 30 MB. */
    private static final int MAX_UNITS = 100_000;

    private final Cache<Key, Known> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_UNITS)
            .weigher((Key _, Known known) -> 1 + known.type().quantity())
            .build();
    private final RoomTypeRows rows;
    private final Transactions transactions;

    KnownRoomTypes(RoomTypeRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    private record Key(PropertyId property, RoomTypeId id) {}

    private record Known(Edition edition, RoomType type) {}

    /** Call it in a transaction: edition and units have to be of one snapshot. */
    Optional<RoomType> find(PropertyId property, RoomTypeId id) {
        if (transactions.writing()) {
            return rows.find(property, id); // which may yet be rolled back
        }
        return rows.edition(property, id).flatMap(edition -> find(new Key(property, id), edition));
    }

    private Optional<RoomType> find(Key key, Edition edition) {
        @Nullable Known known = cache.getIfPresent(key);
        if (known != null && known.edition().equals(edition)) {
            return Optional.of(known.type());
        }
        Optional<RoomType> read = rows.find(key.property(), key.id());
        read.ifPresent(type -> cache.put(key, new Known(edition, type)));
        return read;
    }

    /** One that is made again with the same identifier may get the same edition. */
    void forget(RoomType removed) {
        cache.invalidate(new Key(removed.property(), removed.id()));
    }
}
