package org.roomnight.serving;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/** One connection: whose it is, whether a request is being answered on it, and since when it is as it is. */
final class OpenConnection {

    /** How long a connection is kept for another request. */
    static final Duration IDLE = Duration.ofSeconds(30);

    private final SelectableChannel channel;
    private final SourceNetwork source;

    private @Nullable Connection connection;
    private @Nullable TimedExchange exchange;
    private CloseReason cut = CloseReason.NONE;
    private boolean fresh = true;

    /** Since when no request has been answered on it. */
    private long idleSince;

    /** What had come when the last request was over. */
    private long octetsBefore;

    /** When the head that has not come to its end was first seen; only while {@link #headBegun}. */
    private long headSince;

    private boolean headBegun;

    OpenConnection(SelectableChannel channel, SourceNetwork source, long now) {
        this.channel = channel;
        this.source = source;
        this.idleSince = now;
    }

    SelectableChannel channel() {
        return channel;
    }

    SourceNetwork source() {
        return source;
    }

    synchronized void opened(Connection made) {
        connection = made;
    }

    /** A request begins, with its head complete; false when the connection is cut already. */
    synchronized boolean begin(TimedExchange next) {
        if (cut != CloseReason.NONE) {
            return false;
        }
        exchange = next;
        return true;
    }

    synchronized void end(long now) {
        exchange = null;
        fresh = false;
        headBegun = false;
        idleSince = now;
        octetsBefore = connection == null ? 0 : connection.getBytesIn();
    }

    /** Since when nothing but waiting for its client has happened on it; nothing while the server works for it. */
    synchronized @Nullable Long waitingSince(long now) {
        if (cut != CloseReason.NONE) {
            return null;
        }
        if (exchange == null) {
            return idleSince;
        }
        return exchange.isWaiting() ? Long.valueOf(now - exchange.waitedNanos()) : null;
    }

    synchronized boolean isWaitingForBody() {
        return exchange != null && exchange.isWaitingForBody();
    }

    synchronized boolean isIdle() {
        return exchange == null;
    }

    /** Cuts it where it is overdue, and says why. */
    synchronized CloseReason sweep(Duration head, long now) {
        CloseReason why = cut == CloseReason.NONE ? overdue(head, now) : CloseReason.NONE;
        if (why != CloseReason.NONE) {
            end(why);
        }
        return why;
    }

    private CloseReason overdue(Duration head, long now) {
        if (exchange != null) {
            return exchange.overdue();
        }
        boolean something = connection != null && connection.getBytesIn() > octetsBefore;
        if (fresh) {
            return now - idleSince < head.toNanos()
                    ? CloseReason.NONE
                    : something ? CloseReason.SLOW_HEAD : CloseReason.SILENT;
        }
        if (something && !headBegun) {
            headBegun = true;
            headSince = now;
        }
        if (headBegun) {
            return now - headSince < head.toNanos() ? CloseReason.NONE : CloseReason.SLOW_HEAD;
        }
        return now - idleSince < IDLE.toNanos() ? CloseReason.NONE : CloseReason.IDLE;
    }

    /** Closes it, with an answer where one can still be given. */
    private void end(CloseReason why) {
        cut = why;
        if (exchange != null && why == CloseReason.SLOW_BODY) {
            exchange.failBody();
            endInput();
        } else if (why == CloseReason.SLOW_READER) {
            reset();
        } else if (why == CloseReason.SLOW_HEAD && connection != null) {
            RequestTimeout.answer(connection.getEndPoint(), this::close);
        } else {
            close();
        }
    }

    /** Closes it at once, for the place that it takes. */
    synchronized void evict(CloseReason why) {
        cut = why;
        reset();
    }

    synchronized CloseReason cut() {
        return cut;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    private void close() {
        if (connection == null) {
            IO.close(channel);
        } else {
            connection.getEndPoint().close();
        }
    }

    /** Jetty's own way to fail a request is not safe beside a thread that reads; the end of what comes is. */
    private void endInput() {
        try {
            ((SocketChannel) channel).shutdownInput();
        } catch (IOException _) {
            close();
        }
    }

    /** Without waiting until the client has taken what it was sent. */
    private void reset() {
        try {
            ((SocketChannel) channel).setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException | UnsupportedOperationException _) {
            // It is closed already.
        }
        close();
    }
}
