package org.roomnight.mixed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states of a house one after the other, and which of them an answer may show. */
final class History {

    /** How long a node may not know what another one acknowledged. */
    static final long PROMISE_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int KEPT = 500;

    /** A state, where it was acknowledged and when, by the clock that only ticks. */
    private record Acknowledged(State state, Node node, long nanos) {}

    private final List<Acknowledged> states = new ArrayList<>();

    /** What became of it nobody was told: either the write was done or it was not. */
    private Optional<Acknowledged> unknown = Optional.empty();

    State now() {
        return states.getLast().state();
    }

    void acknowledged(State state, Node node) {
        states.add(new Acknowledged(state, node, node.nanos()));
        if (states.size() > 2 * KEPT) {
            states.subList(0, KEPT).clear();
        }
    }

    void unknown(State state, Node node) {
        unknown = Optional.of(new Acknowledged(state, node, node.nanos()));
    }

    boolean isUnknown() {
        return unknown.isPresent();
    }

    /** Where the write was sent whose outcome nobody was told. */
    Node unknownAt() {
        return unknown.orElseThrow().node();
    }

    /** The client has looked: it was done, or not. */
    void settle(boolean done) {
        Acknowledged maybe = unknown.orElseThrow();
        unknown = Optional.empty();
        if (done) {
            acknowledged(maybe.state(), maybe.node());
        }
    }

    /** The truth; two while the outcome of a write is unknown. */
    List<State> newest() {
        return from(states.size() - 1);
    }

    /** What an answer of that node may show now: its own writes at once, those of others within the promise. */
    List<State> shownBy(Node node) {
        int oldest = 0;
        for (int i = 0; i < states.size(); i++) {
            Acknowledged one = states.get(i);
            if (one.node().equals(node) || one.nanos() <= node.nanos() - PROMISE_NANOS) {
                oldest = i;
            }
        }
        return from(oldest);
    }

    /** What an answer may show that says of itself that it was current so many seconds ago, rounded down. */
    List<State> shownWithAge(Node node, long ageSeconds) {
        long atTheLatest = node.nanos() - (ageSeconds + 1) * SECOND_NANOS;
        int oldest = 0;
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).nanos() < atTheLatest) {
                oldest = i;
            }
        }
        return from(oldest);
    }

    private List<State> from(int oldest) {
        List<State> some = new ArrayList<>();
        states.subList(oldest, states.size()).forEach(one -> some.add(one.state()));
        unknown.ifPresent(maybe -> some.add(maybe.state()));
        return some;
    }
}
