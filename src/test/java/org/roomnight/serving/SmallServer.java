package org.roomnight.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.roomnight.RawHttp;
import org.roomnight.TickingClock;
import org.roomnight.kernel.Deadline;

/** A web server as ours is, with a handler of a few lines behind it, and a clock that the test ticks. */
final class SmallServer implements AutoCloseable {

    static final Duration HEAD = Duration.ofSeconds(10);

    /** More than the system takes for a reader who takes nothing. */
    private static final int BIG = 32 * 1024 * 1024;

    final TickingClock clock = new TickingClock();
    final ConnectionCounts counts = new ConnectionCounts();
    final OpenConnections connections;

    /** What was left of the deadline when the last body had come. */
    final AtomicReference<Duration> left = new AtomicReference<>(Duration.ZERO);

    private final Server server = new Server(WebServer.threads());
    private final ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory());

    SmallServer(int connections, int ofSource, Predicate<InetAddress> trusted) {
        var settings = new ServingSettings(
                connections,
                ofSource,
                trusted,
                HEAD,
                Duration.ofDays(1),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.connections = new OpenConnections(settings, clock, counts);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answers());
        new WebServer(this.connections, new EarlyErrors(UUID::randomUUID)).customize(server);
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static SmallServer roomy() {
        return new SmallServer(1000, 1000, _ -> false);
    }

    RawHttp connect() {
        return new RawHttp(connector.getLocalPort());
    }

    /** From another address of this machine. */
    RawHttp connectFrom(String address) {
        try {
            return new RawHttp(new Socket(
                    InetAddress.getLoopbackAddress(), connector.getLocalPort(), InetAddress.getByName(address), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets time pass and looks over the connections. */
    void pass(Duration time) {
        clock.tick(time);
        connections.sweep();
    }

    /** Waits until so many octets of a connection have come in all; there is only one. */
    void awaitOctets(long octets) {
        await(() -> connector.getConnectedEndPoints().stream()
                .anyMatch(endPoint -> endPoint.getConnection() != null
                        && endPoint.getConnection().getBytesIn() >= octets));
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("it did not come true within 10 s");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Octets that the only connection has sent. */
    long taken() {
        return connector
                .getConnectedEndPoints()
                .iterator()
                .next()
                .getConnection()
                .getBytesOut();
    }

    long cut(CloseReason why) {
        return counts.allClosed(why.label());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private final class Answers extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            switch (Request.getPathInContext(request)) {
                case "/big" -> response.write(true, ByteBuffer.allocate(BIG), callback);
                case "/body" -> {
                    try (InputStream body = Content.Source.asInputStream(request)) {
                        String length = Integer.toString(body.readAllBytes().length);
                        left.set(Deadline.currentOr(Duration.ZERO, clock).left());
                        Content.Sink.write(response, true, length, callback);
                    }
                }
                default -> response.write(true, ByteBuffer.wrap("ok".getBytes(StandardCharsets.UTF_8)), callback);
            }
            return true;
        }
    }
}
