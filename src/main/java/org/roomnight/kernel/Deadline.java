package org.roomnight.kernel;

import java.time.Duration;

/**
 * Until when the running request may work. Doors bind it around all that they do for a request; whoever waits or loops
 * asks how much is left, so that time-outs bound the request and not each of its statements. It also knows whether the
 * request has stored something, for what fails afterwards.
 */
public final class Deadline {

    /** How long a request may take in all; above it 503. */
    public static final Duration OF_REQUEST = Duration.ofSeconds(30);

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final MonotonicClock clock;
    private final long endNanos;
    private volatile boolean stored;

    private Deadline(MonotonicClock clock, long endNanos) {
        this.clock = clock;
        this.endNanos = endNanos;
    }

    /** A deadline that ends after {@code left} from now. */
    public static Deadline in(Duration left, MonotonicClock clock) {
        return new Deadline(clock, clock.nanos() + left.toNanos());
    }

    /** A scope in which this is the deadline, or an earlier one that is bound already. */
    public ScopedValue.Carrier scope() {
        boolean earlierBound = CURRENT.isBound() && CURRENT.get().left().compareTo(left()) < 0;
        return ScopedValue.where(CURRENT, earlierBound ? CURRENT.get() : this);
    }

    /** The deadline of the running request; {@code otherwise} from now for work that no request asked for. */
    public static Deadline currentOr(Duration otherwise, MonotonicClock clock) {
        return CURRENT.isBound() ? CURRENT.get() : in(otherwise, clock);
    }

    /** What is left; zero when it is over, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - clock.nanos()));
    }

    public boolean isOver() {
        return endNanos - clock.nanos() <= 0;
    }

    /** Notes that something was stored for the running request; from here on nobody may say that nothing was. */
    public static void noteStored() {
        if (CURRENT.isBound()) {
            CURRENT.get().stored = true;
        }
    }

    /** Whether something was stored for the running request. */
    static boolean hasStored() {
        return CURRENT.isBound() && CURRENT.get().stored;
    }

    /**
     * For loops: does nothing while there is time, or where no deadline is bound.
     *
     * @throws DeadlineExceededException when the deadline of the running request is over
     */
    public static void check() {
        if (CURRENT.isBound() && CURRENT.get().isOver()) {
            throw new DeadlineExceededException();
        }
    }
}
