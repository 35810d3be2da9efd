package org.roomnight.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;

/**
 * Whether the database answers at all. The line that hears the news of other nodes asks it again and again; when that is not
 * answered, and nobody else got an answer meanwhile, callers are told at once and need not find it out by waiting.
 */
public final class Pulse {

    /** How long a silence is believed that nobody confirms, so that nothing is refused for good if nobody asks any more. */
    static final Duration BELIEVED = Duration.ofSeconds(10);

    /** A question that was not answered in time, and when that was found out. */
    private record Silence(long asked, long noticed) {}

    private final MonotonicClock clock;
    private final Runnable whenSilent;
    private volatile long answered;
    private volatile @Nullable Silence silence;

    /** @param whenSilent run each time that a silence is noticed */
    Pulse(MonotonicClock clock, Runnable whenSilent) {
        this.clock = clock;
        this.whenSilent = whenSilent;
        this.answered = clock.nanos();
    }

    /** When a question is asked, for {@link #unanswered}. */
    public long asking() {
        return clock.nanos();
    }

    /** Anybody's transaction has ended well, or the question was answered. */
    public void answered() {
        answered = clock.nanos();
    }

    /** A question that was {@linkplain #asking() asked} then was not answered within the time that it had. */
    public void unanswered(long asked) {
        silence = new Silence(asked, clock.nanos());
        if (isSilent()) {
            whenSilent.run();
        }
    }

    /** Whether callers are told at once that the database cannot be reached. */
    public boolean isSilent() {
        Silence last = silence;
        return last != null && answered - last.asked() < 0 && clock.isYoungerThan(BELIEVED, last.noticed());
    }
}
