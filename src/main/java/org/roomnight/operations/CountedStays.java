package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking;
import org.roomnight.booking.BookingListener;
import org.roomnight.storage.Transactions;

/** Counts the stays that are recorded without a room, when they begin to wait for one. */
final class CountedStays implements BookingListener {

    private final Transactions transactions;
    private final Counter waiting;

    CountedStays(Transactions transactions, MeterRegistry registry) {
        this.transactions = transactions;
        this.waiting = Counter.builder("roomnight.stays.without.room")
                .description("Room stays recorded whose room is not known here")
                .register(registry);
    }

    @Override
    public void written(@Nullable Booking before, Booking now) {
        int more = now.waiting().size() - (before == null ? 0 : before.waiting().size());
        if (more > 0) {
            transactions.afterCommit(() -> waiting.increment(more));
        }
    }
}
