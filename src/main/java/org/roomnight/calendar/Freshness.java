package org.roomnight.calendar;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;

/**
 * Whether what this node knows of a property is certainly current. It is not while a write is under way, after one has
 * ended until the database was asked again, and on a shared database longer than a moment after it was asked.
 */
final class Freshness {

    /** How long an answer of a shared database is believed without asking again. */
    static final Duration BELIEVED_ON_SHARED = Duration.ofSeconds(1);

    /** How long polls do without a database that has just failed to answer, instead of waiting for it one by one. */
    static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);

    /** What was seen of a property before the database was asked. */
    record Before(long changes) {}

    /** The newest revision, and the latest reading of the clock at which it was certainly that. */
    record Known(Stamp stamp, long sinceNanos) {}

    private static final class State {
        private long changes;
        private int writing;
        private long checkedChanges = -1;
        private long checkedNanos;
        private @Nullable Stamp checked;
        private long failedChanges = -1;
        private long failedNanos;
    }

    private final ConcurrentHashMap<PropertyId, State> states = new ConcurrentHashMap<>();
    private final MonotonicClock clock;
    private final NodeNews news;

    /** The clock is monotonic, so that a wall clock set back cannot keep what is old. */
    Freshness(MonotonicClock clock, NodeNews news) {
        this.clock = clock;
        this.news = news;
    }

    void writeBegins(PropertyId property) {
        State state = state(property);
        synchronized (state) {
            state.changes++;
            state.writing++;
        }
    }

    void writeEnded(PropertyId property) {
        State state = state(property);
        synchronized (state) {
            state.changes++;
            state.writing--;
        }
    }

    /** Something changed on another node. */
    void changedElsewhere(PropertyId property) {
        State state = state(property);
        synchronized (state) {
            state.changes++;
        }
    }

    /** The database is another one. */
    void allChanged() {
        states.keySet().forEach(this::changedElsewhere);
    }

    /** Take it before asking the database and give it back with {@link #checked}. */
    Before before(PropertyId property) {
        State state = state(property);
        synchronized (state) {
            return new Before(state.changes);
        }
    }

    /** What was just read is current, unless a write came in between. */
    void checked(PropertyId property, Before before, Stamp read) {
        State state = state(property);
        synchronized (state) {
            if (state.writing == 0 && state.changes == before.changes()) {
                state.checkedChanges = state.changes;
                state.checked = read;
                state.checkedNanos = clock.nanos();
            }
        }
    }

    /** The database did not answer. */
    void failed(PropertyId property, Before before) {
        State state = state(property);
        synchronized (state) {
            state.failedChanges = before.changes();
            state.failedNanos = clock.nanos();
        }
    }

    /** Whether it failed to answer a moment ago, and nothing has changed since that must be looked at. */
    boolean failedJustNow(PropertyId property) {
        State state = state(property);
        synchronized (state) {
            return state.failedChanges == state.changes && clock.isYoungerThan(FAILURE_PAUSE, state.failedNanos);
        }
    }

    /**
     * The revision that is certainly the newest; empty when the database has to be asked. It says nothing of what is kept
     * anywhere: whoever keeps something compares the stamp that it was made of with this one.
     */
    Optional<Known> known(PropertyId property) {
        State state = state(property);
        synchronized (state) {
            Stamp checked = state.checked;
            return checked != null && certain(state)
                    ? Optional.of(new Known(checked, certainAt(state)))
                    : Optional.empty();
        }
    }

    /** The only node hears of everything, so what it is certain of is true now. */
    private long certainAt(State state) {
        return switch (news.line()) {
            case ONLY_NODE -> clock.nanos();
            case UP, DOWN -> state.checkedNanos;
        };
    }

    private boolean certain(State state) {
        boolean unchanged = state.writing == 0 && state.checkedChanges == state.changes;
        return unchanged
                && switch (news.line()) {
                    case ONLY_NODE -> true;
                    case UP -> clock.isYoungerThan(BELIEVED_ON_SHARED, state.checkedNanos);
                    case DOWN -> false;
                };
    }

    private State state(PropertyId property) {
        return states.computeIfAbsent(property, _ -> new State());
    }
}
