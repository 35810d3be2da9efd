package org.roomnight.storage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.PropertyId;

/** A write that a caller waits for: first its work is run, and only after the commit its caller is told. */
final class WaitingWrite<T extends @Nullable Object> {

    private final Optional<PropertyId> property;
    private final Supplier<T> work;
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private @Nullable T answer;

    WaitingWrite(Optional<PropertyId> property, Supplier<T> work) {
        this.property = property;
        this.work = work;
    }

    Optional<PropertyId> property() {
        return property;
    }

    void run() {
        answer = work.get();
    }

    @SuppressWarnings("NullAway") // the answer is null only where T allows it
    void tellDone() {
        told.complete(answer);
    }

    void tellFailed(Throwable failure) {
        told.completeExceptionally(failure);
    }

    T await() {
        try {
            return told.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }
}
