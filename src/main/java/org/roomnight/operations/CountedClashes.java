package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimListener;
import org.roomnight.inventory.RoomType;
import org.roomnight.storage.Transactions;

/**
 * Counts the claims that meet taken nights, when they are recorded or when a change brings them there. One that waits
 * for fewer nights than before, because others became free, is not counted again.
 */
final class CountedClashes implements ClaimListener {

    private final Transactions transactions;
    private final Counter opened;

    CountedClashes(Transactions transactions, MeterRegistry registry) {
        this.transactions = transactions;
        this.opened = Counter.builder("roomnight.double.bookings.opened")
                .description("Claims recorded for nights that were taken, or moved to such nights")
                .register(registry);
    }

    @Override
    public void claimed(Claim now, RoomType roomType) {
        if (!now.placement().complete()) {
            transactions.afterCommit(opened::increment);
        }
    }

    @Override
    public void changed(Claim before, Claim now, RoomType roomType) {
        List<LocalDate> known =
                before.roomType().equals(now.roomType()) ? before.placement().overbooked() : List.of();
        if (!known.containsAll(now.placement().overbooked())) {
            transactions.afterCommit(opened::increment);
        }
    }

    @Override
    public void released(Claim before) {}
}
