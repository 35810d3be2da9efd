package org.roomnight.kernel;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the sender of the running request may still do what it asks for. A body can take as long as its sender likes
 * and a write waits for its turn, so having been let in says nothing about the moment of the work: doors bind this
 * around a request and ask again once the body is there, and every write that the request causes asks inside its
 * transaction.
 */
public final class Admission {

    private static final ScopedValue<Admission> CURRENT = ScopedValue.newInstance();

    private final BooleanSupplier stands;

    /** {@code stands} is asked often, also on the thread and in the transaction of a write. */
    public Admission(BooleanSupplier stands) {
        this.stands = stands;
    }

    /** A scope in which this is the admission of the running request. */
    public ScopedValue.Carrier scope() {
        return ScopedValue.where(CURRENT, this);
    }

    /**
     * Does nothing where none is bound.
     *
     * @throws AdmissionEndedException when the sender of the running request may not come in any more
     */
    public static void check() {
        if (CURRENT.isBound()) {
            CURRENT.get().confirm();
        }
    }

    /** The same work, for any thread, that begins with the check of the admission that is bound here. */
    public static <T extends @Nullable Object> Supplier<T> guard(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Admission bound = CURRENT.get();
        return () -> {
            bound.confirm();
            return work.get();
        };
    }

    private void confirm() {
        if (!stands.getAsBoolean()) {
            throw new AdmissionEndedException();
        }
    }
}
