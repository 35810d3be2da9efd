package org.roomnight.serving;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks over the open connections from time to time and cuts what is overdue. */
final class ConnectionReaper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionReaper.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("connection-sweep").daemon().factory());

    ConnectionReaper(Duration period, List<OpenConnections> ports) {
        Future<?> _ = thread.scheduleWithFixedDelay(
                () -> ports.forEach(ConnectionReaper::sweep),
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void sweep(OpenConnections port) {
        try {
            port.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("event=sweep-failed reason={}", failure.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
