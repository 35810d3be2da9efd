package org.roomnight.serving;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * How the main port serves. Connections are accepted and watched by platform threads, which never wait for work;
 * requests run on virtual threads, so that one which waits for its client or for a lock costs only memory.
 */
final class WebServer implements JettyServerCustomizer {

    /** How long a connection may be kept without a request, and a request without a single octet. */
    static final Duration IDLE = Duration.ofSeconds(30);

    /**
     * Largest part of an answer that waits in the system for its reader, in octets. The system takes twice as much; what
     * it holds no limit of ours can see.
     */
    static final int SEND_BUFFER_OCTETS = 64 * 1024;

    /** The acceptor, the selectors, and a few for what they hand on that never blocks. */
    private static final int PLATFORM_THREADS = 16;

    private final OpenConnections connections;
    private final BareErrors errors;

    WebServer(OpenConnections connections, BareErrors errors) {
        this.connections = connections;
        this.errors = errors;
    }

    static org.eclipse.jetty.util.thread.ThreadPool threads() {
        String tp = System.getProperty("tp", "Q");
        if (tp.equals("V")) {
            return new org.eclipse.jetty.util.thread.VirtualThreadPool();
        }
        QueuedThreadPool threads = new QueuedThreadPool(tp.equals("R") ? 64 : PLATFORM_THREADS, 2);
        threads.setName("http");
        threads.setReservedThreads(tp.equals("R") ? 24 : 0);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
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
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptedSendBufferSize(SEND_BUFFER_OCTETS);
        connector.addBean(connections);
        connector.getConnectionFactories().stream()
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(HttpConfiguration.ConnectionFactory.class::cast)
                .forEach(http -> Strictness.apply(http.getHttpConfiguration()));
    }
}
