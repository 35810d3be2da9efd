package org.roomnight.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets few pieces of costly work in at once, and fewer of one owner, so that all other work keeps its share of the
 * machine. Who finds no place waits a short time in a line that is bounded too, in all and for each owner, so that nobody
 * fills it alone. The first in line who may enter is the next.
 */
public final class Bulkhead {

    private final int places;
    private final int placesOfOwner;
    private final int line;
    private final int lineOfOwner;
    private final Duration patience;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Object> inside = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /**
     * @param places pieces of work at once
     * @param placesOfOwner those of one owner
     * @param line how many wait at most; with 0 nobody does
     * @param lineOfOwner those of one owner
     * @param patience how long each of them waits at most
     */
    public Bulkhead(int places, int placesOfOwner, int line, int lineOfOwner, Duration patience) {
        this.places = places;
        this.placesOfOwner = placesOfOwner;
        this.line = line;
        this.lineOfOwner = lineOfOwner;
        this.patience = patience;
    }

    /** A place inside, to be closed by the thread that entered. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Waiting {
        private final Object owner;
        private final Condition turn;
        private boolean admitted;

        Waiting(Object owner, Condition turn) {
            this.owner = owner;
            this.turn = turn;
        }
    }

    /** A place for a piece of work; empty when there is none in time, which is to be told at once. */
    public Optional<Place> enter(Object owner) {
        lock.lock();
        try {
            if (fits(owner)) {
                inside.add(owner);
            } else if (!admittedInTime(owner)) {
                return Optional.empty();
            }
            return Optional.of(() -> leave(owner));
        } finally {
            lock.unlock();
        }
    }

    /** How many stand in line now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(Object owner) {
        return inside.size() < places && count(inside, owner) < placesOfOwner;
    }

    private static long count(List<Object> owners, Object owner) {
        return owners.stream().filter(owner::equals).count();
    }

    /** Waits in line; {@link #leave} puts the owner inside for the one whose turn it is. */
    private boolean admittedInTime(Object owner) {
        long ofOwner =
                waiting.stream().filter(other -> other.owner.equals(owner)).count();
        if (waiting.size() >= line || ofOwner >= lineOfOwner) {
            return false;
        }
        Waiting own = new Waiting(owner, lock.newCondition());
        waiting.add(own);
        try {
            long left = patience.toNanos();
            while (!own.admitted && left > 0) {
                left = own.turn.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(own);
        }
        return own.admitted;
    }

    private void leave(Object owner) {
        lock.lock();
        try {
            inside.remove(owner);
            for (Waiting next : waiting) {
                if (!next.admitted && fits(next.owner)) {
                    next.admitted = true;
                    inside.add(next.owner);
                    next.turn.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
