package org.roomnight;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small work that every node does from time to time; whatever fails is logged and tried again next time. */
final class ScheduledTasks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledTasks.class);

    /** A node that is started anew each night does its daily work all the same. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** So that a long one does not keep the others waiting. None runs beside itself. */
    private static final int THREADS = 3;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("chores-", 0).daemon().factory());

    ScheduledTasks every(Duration period, String name, Runnable chore) {
        long first = Math.min(period.toMillis(), LONGEST_WAIT.toMillis());
        Future<?> _ =
                threads.scheduleWithFixedDelay(() -> run(name, chore), first, period.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private static void run(String name, Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException | Error failure) {
            LOG.warn("event=chore-failed chore={} reason={}", name, failure.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
