package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimChange;
import org.roomnight.availability.ClaimListener;
import org.roomnight.kernel.PropertyId;
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
    public void changed(PropertyId property, List<ClaimChange> changes) {
        long clashes = changes.stream().filter(CountedClashes::opens).count();
        if (clashes > 0) {
            transactions.afterCommit(() -> opened.increment((double) clashes));
        }
    }

    private static boolean opens(ClaimChange change) {
        return switch (change) {
            case ClaimChange.Claimed(Claim now, var _) -> !now.placement().complete();
            case ClaimChange.Changed(Claim before, Claim now, var _) -> {
                List<LocalDate> known = before.roomType().equals(now.roomType())
                        ? before.placement().overbooked()
                        : List.of();
                yield !known.containsAll(now.placement().overbooked());
            }
            case ClaimChange.Released _ -> false;
        };
    }
}
