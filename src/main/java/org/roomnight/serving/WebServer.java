package org.roomnight.serving;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * How the main port serves: on virtual threads, so that a request which waits for its client or for a lock costs only
 * memory. There are more carriers than requests that hold on to one (ADR 0030).
 */
final class WebServer implements JettyServerCustomizer {

    /**
     * A request ends when not a single octet has moved for so long, should nothing else have cut it. Later than {@link TransferRate}
     * cuts off who takes nothing: that one resets the connection, while after this the system would go on sending what it has.
     */
    static final Duration STANDSTILL =
            TransferRate.ANSWER_STRETCH.multipliedBy(2).plusSeconds(5);

    /**
     * Largest part of an answer that waits in the system for its reader, in octets. The system takes twice as much; what
     * it holds no limit of ours can see.
     */
    static final int SEND_BUFFER_OCTETS = 64 * 1024;

    /** Connections that the system keeps until they are accepted; one too many waits a second for its second try. */
    private static final int ACCEPT_QUEUE = 1024;

    private final OpenConnections connections;
    private final EarlyErrors errors;

    WebServer(OpenConnections connections, EarlyErrors errors) {
        this.connections = connections;
        this.errors = errors;
    }

    /** The thread that takes a request off the selector answers it, so that nothing is handed over. */
    static ThreadPool threads() {
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setName("http");
        return threads;
    }

    @Override
    public void customize(Server server) {
        server.setErrorHandler(errors);
        server.setHandler(new FrontHandler(connections, server.getHandler()));
        Arrays.stream(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .forEach(this::limit);
    }

    private void limit(ServerConnector connector) {
        connector.setIdleTimeout(STANDSTILL.toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_OCTETS);
        connector.addBean(connections);
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        StrictRequests.apply(http);
        connector.addConnectionFactory(new NamedDoors(http)); // in the place of the other one
    }
}
