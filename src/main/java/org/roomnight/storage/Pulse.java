package org.roomnight.storage;

import java.time.Duration;
import org.roomnight.kernel.MonotonicClock;

/**
 * Whether the database answers at all. The line that hears the news of other nodes asks it again and again; when that is not
 * answered, and nobody else got an answer meanwhile, callers are told at once and need not find it out by waiting.
 */
public final class Pulse {

    /** How long a silence is believed that nobody confirms, so that nothing is refused for good if nobody asks any more. */
    static final Duration BELIEVED = Duration.ofSeconds(10);

    private final MonotonicClock clock;
    private volatile long answered;
    private volatile boolean silent;
    private volatile long confirmed;

    Pulse(MonotonicClock clock) {
        this.clock = clock;
        this.answered = clock.nanos();
    }

    /** When a question is asked, for {@link #unanswered}. */
    public long asking() {
        return clock.nanos();
    }

    /** Anybody's transaction has ended well, or the question was answered. */
    public void answered() {
        answered = clock.nanos();
        silent = false;
    }

    /** A question that was {@linkplain #asking() asked} then was not answered within the time that it had. */
    public void unanswered(long asked) {
        if (answered - asked < 0) {
            confirmed = clock.nanos();
            silent = true;
        }
    }

    boolean isSilent() {
        return silent && clock.isYoungerThan(BELIEVED, confirmed);
    }
}
