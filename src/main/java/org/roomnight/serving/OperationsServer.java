package org.roomnight.serving;

import java.net.BindException;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.context.SmartLifecycle;

/**
 * The server of the operations address: small, with a port and threads of its own, so that it answers however busy the
 * other one is. It starts before the other and stops after it.
 */
public final class OperationsServer implements SmartLifecycle {

    /** The acceptor, the selector and four that answer. */
    private static final int MAX_THREADS = 6;

    /** Most connections; whoever only holds them makes room for another one. */
    static final int MAX_CONNECTIONS = 64;

    /** Before the web server, whose phase is near the end. */
    private static final int PHASE = 0;

    private final Server server;
    private final ServerConnector connector;

    OperationsServer(
            ServingSettings settings,
            OpenConnections connections,
            ErrorHandler errors,
            Supplier<OperationsPages> pages) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName("operations");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        StrictRequests.apply(http);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.operations().getHostString());
        connector.setPort(settings.operations().getPort());
        connector.setIdleTimeout(WebServer.STANDSTILL.toMillis());
        connector.addBean(connections);
        server.addConnector(connector);
        server.setErrorHandler(errors);
        server.setHandler(new FrontHandler(connections, new OperationsHandler(pages)));
    }

    /** Where it listens, once it has started. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void start() {
        try {
            server.start();
        } catch (Exception failure) {
            throw refused(failure);
        }
    }

    private RuntimeException refused(Exception failure) {
        boolean bind = failure instanceof BindException || failure.getCause() instanceof BindException;
        if (bind) {
            return new StartRefusedException(
                    "The operations address %s:%d cannot be listened on: it is in use by another program, or no address of this machine. Set ROOMNIGHT_OPERATIONS_ADDRESS to another one."
                            .formatted(connector.getHost(), connector.getPort()),
                    failure);
        }
        return new IllegalStateException("the operations address does not start", failure);
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the operations address does not stop", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
