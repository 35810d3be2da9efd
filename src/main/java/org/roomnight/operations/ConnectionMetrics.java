package org.roomnight.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.roomnight.serving.ConnectionCounts;

/** Connections of the main port, opened and closed by reason. */
final class ConnectionMetrics implements MeterBinder {

    private final ConnectionCounts counts;

    ConnectionMetrics(ConnectionCounts counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("roomnight.connections.opened", counts, ConnectionCounts::allOpened)
                .description("Connections that came")
                .register(registry);
        ConnectionCounts.reasons()
                .forEach(reason -> FunctionCounter.builder(
                                "roomnight.connections.closed", counts, all -> all.allClosed(reason))
                        .description("Connections that ended, and why")
                        .tag("reason", reason)
                        .register(registry));
    }
}
