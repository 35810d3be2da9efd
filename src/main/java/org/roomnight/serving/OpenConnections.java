package org.roomnight.serving;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;

/**
 * The open connections of one port. Of one source there are only so many; when all places are taken, those that have
 * waited longest for their client make room, so that nobody who only holds connections locks others out.
 */
final class OpenConnections implements SelectorManager.AcceptListener, Connection.Listener {

    /** So large a part of all places is made free at once, so that looking for them is rarely needed. */
    private static final int PART_MADE_FREE = 64;

    private final ServingSettings settings;
    private final MonotonicClock clock;
    private final ConnectionCounts counts;
    private final Map<SelectableChannel, OpenConnection> open = new ConcurrentHashMap<>();
    private final Map<SourceNetwork, Integer> ofSource = new ConcurrentHashMap<>();

    OpenConnections(ServingSettings settings, MonotonicClock clock, ConnectionCounts counts) {
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
    }

    /** Called by the one thread that accepts; a channel that it closes goes no further. */
    @Override
    public void onAccepting(SelectableChannel channel) {
        InetAddress address = address(channel);
        if (address == null) {
            IO.close(channel);
            return;
        }
        SourceNetwork source = SourceNetwork.of(address);
        if (!settings.trusted().test(address)
                && ofSource.getOrDefault(source, 0) >= settings.maxConnectionsOfSource()) {
            refuse(channel, CloseReason.SOURCE_FULL);
            return;
        }
        if (open.size() >= settings.maxConnections() && !makeRoom()) {
            refuse(channel, CloseReason.FULL);
            return;
        }
        open.put(channel, new OpenConnection(channel, source, clock.nanos()));
        ofSource.merge(source, 1, Integer::sum);
        counts.opened();
    }

    private static @Nullable InetAddress address(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress address
                    ? address.getAddress()
                    : null;
        } catch (IOException _) {
            return null;
        }
    }

    private void refuse(SelectableChannel channel, CloseReason why) {
        counts.refused(why);
        IO.close(channel);
    }

    /** Whether there is room now. First go those without a request, then those whose client keeps the server waiting. */
    private boolean makeRoom() {
        record Candidate(OpenConnection connection, boolean busy, long since) {}
        long now = clock.nanos();
        List<Candidate> oldest = open.values().stream()
                .<Candidate>mapMulti((connection, to) -> {
                    Long since = connection.waitingSince(now);
                    if (since != null) {
                        to.accept(new Candidate(connection, !connection.isIdle(), now - since));
                    }
                })
                .sorted(Comparator.comparing(Candidate::busy)
                        .thenComparing(Candidate::since, Comparator.reverseOrder()))
                .limit(1 + settings.maxConnections() / PART_MADE_FREE)
                .toList();
        oldest.forEach(candidate -> candidate.connection().evict(CloseReason.FULL));
        oldest.forEach(candidate -> forget(candidate.connection()));
        return !oldest.isEmpty();
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        forget(channel);
    }

    @Override
    public void onOpened(Connection connection) {
        OpenConnection found = open.get(channel(connection.getEndPoint()));
        if (found != null) {
            found.opened(connection);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        forget(channel(connection.getEndPoint()));
    }

    private static SelectableChannel channel(EndPoint endPoint) {
        return ((SelectableChannelEndPoint) endPoint).getChannel();
    }

    private void forget(OpenConnection connection) {
        forget(connection.channel());
    }

    private void forget(SelectableChannel channel) {
        OpenConnection gone = open.remove(channel);
        if (gone != null) {
            ofSource.computeIfPresent(gone.source(), (_, count) -> count == 1 ? null : count - 1);
            counts.closed(gone.cut());
        }
    }

    /** The connection that a request came on; nothing when it has been closed. */
    @Nullable
    OpenConnection of(Request request) {
        return open.get(channel(request.getConnectionMetaData().getConnection().getEndPoint()));
    }

    /** Cuts what is overdue. */
    void sweep() {
        for (OpenConnection connection : open.values()) {
            CloseReason _ = connection.sweep(settings.head(), clock.nanos());
            if (!connection.isOpen()) {
                forget(connection);
            }
        }
    }

    /** Whether the server has nothing to do on any of them until their clients have done something. */
    boolean allWait() {
        return open.values().stream().allMatch(connection -> connection.waitingSince(clock.nanos()) != null);
    }

    /** How many have a request whose body has not come yet, although somebody wants it. */
    long waitingForBodies() {
        return open.values().stream().filter(OpenConnection::isWaitingForBody).count();
    }

    /** How many have no request. */
    long idle() {
        return open.values().stream().filter(OpenConnection::isIdle).count();
    }

    int size() {
        return open.size();
    }

    long nanos() {
        return clock.nanos();
    }
}
