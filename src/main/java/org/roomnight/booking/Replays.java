package org.roomnight.booking;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Transactions;

/**
 * Does the work of a request once for each idempotency key, for any call that changes a property. The answer is kept in
 * the transaction of the work, so that both are there or neither; work that ends with an exception leaves no key.
 */
public final class Replays {

    private final Transactions transactions;
    private final IdempotencyRows keys;

    Replays(Transactions transactions, IdempotencyRows keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    /** What became of a request that may carry a key. */
    public sealed interface Outcome {
        /** The work was done now. */
        record Done(StoredAnswer answer) implements Outcome {}

        /** The key was used before with the same request: this was the answer. */
        record Replayed(StoredAnswer answer) implements Outcome {}

        /** The key was used before with another request; nothing was done. */
        record KeyReused() implements Outcome {}
    }

    /** Without a key the work is done as it is; with one it runs as part of a write of the property, and may run again. */
    public Outcome once(PropertyId property, @Nullable IdempotencyKey key, Supplier<StoredAnswer> work) {
        if (key == null) {
            return new Outcome.Done(work.get());
        }
        return transactions
                .read(() -> answeredBefore(property, key))
                .orElseGet(() -> transactions.write(
                        property, () -> answeredBefore(property, key).orElseGet(() -> done(property, key, work))));
    }

    private Outcome done(PropertyId property, IdempotencyKey key, Supplier<StoredAnswer> work) {
        StoredAnswer answer = work.get();
        keys.save(property, key, answer);
        return new Outcome.Done(answer);
    }

    private Optional<Outcome> answeredBefore(PropertyId property, IdempotencyKey key) {
        return keys.find(property, key)
                .map(remembered ->
                        remembered.sameRequest() ? new Outcome.Replayed(remembered.answer()) : new Outcome.KeyReused());
    }
}
