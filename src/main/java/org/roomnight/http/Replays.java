package org.roomnight.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

/**
 * Does the work of a request once for each idempotency key, for any call that changes a property. The answer is kept in
 * the transaction of the work, so that both are there or neither; work that ends with an exception leaves no key.
 */
public final class Replays {

    /** How long a key is remembered; a client that retries later must look first. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** Keys that are forgotten in one transaction at most, so that no write waits long behind them. */
    static final int FORGOTTEN_AT_ONCE = 500;

    private final Transactions transactions;
    private final IdempotencyRows keys;

    public Replays(Database database, InstantSource clock) {
        this.transactions = database.transactions();
        this.keys = new IdempotencyRows(database.jdbc(), clock);
    }

    /** What became of a request that may carry a key. */
    public sealed interface Outcome {
        /** The work was done now. */
        record Done(StoredAnswer answer) implements Outcome {}

        /** The key was used before, and nothing was done. */
        sealed interface Earlier extends Outcome {}

        /** The key was used before with the same request: this was the answer. */
        record Replayed(StoredAnswer answer) implements Earlier {}

        /** The key was used before with another request. */
        record KeyReused() implements Earlier {}
    }

    /** Without a key the work is done as it is; with one it runs as part of a write of the property, and may run again. */
    public Outcome once(PropertyId property, @Nullable IdempotencyKey key, Supplier<StoredAnswer> work) {
        if (key == null) {
            return new Outcome.Done(work.get());
        }
        return transactions
                .<Optional<Outcome>>read(() -> earlier(property, key).map(Outcome.class::cast))
                .orElseGet(() -> transactions.write(
                        property,
                        () -> earlier(property, key)
                                .map(Outcome.class::cast)
                                .orElseGet(() -> done(property, key, work))));
    }

    private Outcome done(PropertyId property, IdempotencyKey key, Supplier<StoredAnswer> work) {
        StoredAnswer answer = work.get();
        keep(property, key, answer);
        return new Outcome.Done(answer);
    }

    /** How the request ended before; for work that has transactions of its own, and asks in them. */
    public Optional<Outcome.Earlier> earlier(PropertyId property, @Nullable IdempotencyKey key) {
        return key == null
                ? Optional.empty()
                : keys.find(property, key)
                        .map(remembered -> remembered.sameRequest()
                                ? new Outcome.Replayed(remembered.answer())
                                : new Outcome.KeyReused());
    }

    /** Keeps an answer for the same request; for work that has a write of its own, and keeps it there. */
    public void keep(PropertyId property, @Nullable IdempotencyKey key, StoredAnswer answer) {
        if (key != null) {
            keys.save(property, key, answer);
        }
    }

    /** Forgets keys that are older than the promise to remember them; answers how many. */
    public int forgetOld() {
        int forgotten = 0;
        for (int step = FORGOTTEN_AT_ONCE; step == FORGOTTEN_AT_ONCE; forgotten += step) {
            step = transactions.writeShared(() -> keys.forgetOld(FORGOTTEN_AT_ONCE));
        }
        return forgotten;
    }
}
