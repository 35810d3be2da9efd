package org.roomnight.serving;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What an operator sets for the web server.
 *
 * @param maxConnections most open connections of the main port
 * @param maxConnectionsOfSource most of one source: an IPv4 address, or an IPv6 network of 64 bits
 * @param trusted the proxies that are no source: a bound on one of them would be a bound on everybody behind it
 * @param head within which a whole head has to come
 * @param sweepEvery how often connections are looked over; what is overdue is cut that much late at most
 * @param operations where health and metrics are answered; port 0 means a free one
 */
public record ServingSettings(
        int maxConnections,
        int maxConnectionsOfSource,
        Predicate<InetAddress> trusted,
        Duration head,
        Duration sweepEvery,
        InetSocketAddress operations) {

    /** How often connections are looked over, unless a test does it itself. */
    public static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    /** The same, but looked over so often. */
    public ServingSettings sweptEvery(Duration period) {
        return new ServingSettings(maxConnections, maxConnectionsOfSource, trusted, head, period, operations);
    }

    /** The same for a port with so few connections, whoever has them. */
    ServingSettings bounded(int connections) {
        return new ServingSettings(connections, connections, trusted, head, sweepEvery, operations);
    }
}
