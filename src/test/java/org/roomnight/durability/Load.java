package org.roomnight.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Clients that write as fast as they are answered. Each cancels some of its own bookings. */
final class Load {

    private static final long AFTER_A_FAULT_NANOS = 20_000_000;
    private static final int MAX_KEPT_TO_CANCEL = 16;

    /** What a client does when the connection is lost. */
    enum AfterLoss {
        STOP,
        GO_ON
    }

    private final List<Thread> clients = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<Answer> surprising = new ArrayList<>();
    private final AtomicInteger notDone = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Wishes wishes;
    private final Door door;
    private final AfterLoss afterLoss;

    /** What the clients ask for, apart from cancellations. */
    interface Wishes {

        Operation next(String code, RandomGenerator random);
    }

    private Load(Wishes wishes, Door door, AfterLoss afterLoss) {
        this.wishes = wishes;
        this.door = door;
        this.afterLoss = afterLoss;
    }

    /** One client a journal; {@code name} makes the codes of this load different from those of every other. */
    static Load start(Wishes wishes, Door door, List<Journal> journals, String name, long seed, AfterLoss afterLoss) {
        Load load = new Load(wishes, door, afterLoss);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < journals.size(); i++) {
            Journal journal = journals.get(i);
            String prefix = name + "-" + i + "-";
            RandomGenerator random = seeds.split();
            load.clients.add(Thread.ofPlatform().name("client-" + i).start(() -> load.run(journal, prefix, random)));
        }
        return load;
    }

    private void run(Journal journal, String prefix, RandomGenerator random) {
        List<Operation> mine = new ArrayList<>();
        for (int number = 0; !stopped.get(); number++) {
            boolean cancels = !mine.isEmpty() && random.nextInt(6) == 0;
            Operation operation =
                    cancels ? mine.remove(random.nextInt(mine.size())) : wishes.next(prefix + number, random);
            Answer answer = ask(journal, operation);
            note(answer);
            if (answer.kind() == Answer.Kind.DONE && !cancels && mine.size() < MAX_KEPT_TO_CANCEL) {
                Optional<UUID> booking = answer.booking();
                mine.add(operation.cancelling(booking.orElseThrow()));
            }
            if (answer.kind() == Answer.Kind.LOST && afterLoss == AfterLoss.STOP) {
                return;
            }
            if (answer.kind() != Answer.Kind.DONE && answer.kind() != Answer.Kind.REFUSED) {
                LockSupport.parkNanos(AFTER_A_FAULT_NANOS);
            }
        }
    }

    private Answer ask(Journal journal, Operation operation) {
        attempts.incrementAndGet();
        inFlight.incrementAndGet();
        try {
            return journal.ask(door, operation);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void note(Answer answer) {
        switch (answer.kind()) {
            case DONE -> {
                acknowledged.incrementAndGet();
                first.countDown();
            }
            case NOT_DONE -> notDone.incrementAndGet();
            case REFUSED, UNKNOWN, LOST -> {}
        }
        boolean expected = switch (answer.status()) {
            case 0, 200, 201, 409, 503 -> true;
            default -> false;
        };
        if (!expected) {
            synchronized (surprising) {
                surprising.add(answer);
            }
        }
    }

    /** Returns when the first write was acknowledged. */
    void awaitFirst() throws InterruptedException {
        if (!first.await(60, java.util.concurrent.TimeUnit.SECONDS)) {
            throw new AssertionError("no write was acknowledged within 60 s");
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    int attempts() {
        return attempts.get();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Operations of which the server said that it cannot do them now. */
    int notDone() {
        return notDone.get();
    }

    /** Answers that none of the faults here explains, above all a 500. */
    List<Answer> surprising() {
        synchronized (surprising) {
            return List.copyOf(surprising);
        }
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        join();
    }

    void join() throws InterruptedException {
        for (Thread client : clients) {
            client.join(60_000);
            if (client.isAlive()) {
                throw new AssertionError("a client still waits for an answer after 60 s");
            }
        }
    }
}
