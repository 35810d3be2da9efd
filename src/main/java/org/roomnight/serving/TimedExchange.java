package org.roomnight.serving;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.MonotonicClock;

/**
 * One request and its answer: measures how long the server waits for the client to send and to take, and how much moves
 * meanwhile. As a clock it stands still while the server waits, so a deadline by it counts work only.
 */
final class TimedExchange implements MonotonicClock {

    private final Request request;
    private final Runnable atEnd;
    private final MonotonicClock clock;
    private final TransferRate body = new TransferRate(TransferRate.BODY_STRETCH);
    private final TransferRate answer = new TransferRate(TransferRate.ANSWER_STRETCH);

    private volatile boolean tooSlow;

    /** What had come on the connection when the waiting for the body began. */
    private long octetsBefore;

    /** What is being sent; shrinks as the client takes it. */
    private @Nullable ByteBuffer sending;

    private int sendingOctets;

    TimedExchange(Request request, MonotonicClock clock, Runnable atEnd) {
        this.request = request;
        this.clock = clock;
        this.atEnd = atEnd;
    }

    @Override
    public long nanos() {
        return clock.nanos() - waitedNanos();
    }

    synchronized long waitedNanos() {
        long now = clock.nanos();
        return body.waited(now) + answer.waited(now);
    }

    synchronized boolean isWaiting() {
        return body.isWaiting() || answer.isWaiting();
    }

    synchronized boolean isWaitingForBody() {
        return body.isWaiting();
    }

    synchronized CloseReason overdue() {
        long now = clock.nanos();
        // What has come counts although nobody has been scheduled to read it yet.
        if (body.isTooSlow(connection().getBytesIn() - octetsBefore, now)) {
            return CloseReason.SLOW_BODY;
        }
        long taken = sending == null ? 0 : Math.max(0, sendingOctets - sending.remaining());
        return answer.isTooSlow(taken, now) ? CloseReason.SLOW_READER : CloseReason.NONE;
    }

    /** From now on whoever reads the body, which has to be ended as well, is told why. */
    void failBody() {
        tooSlow = true;
    }

    HttpStream measured(HttpStream stream) {
        return new Measured(stream);
    }

    private Connection connection() {
        return request.getConnectionMetaData().getConnection();
    }

    private synchronized void awaitBody() {
        octetsBefore = connection().getBytesIn();
        body.await(clock.nanos());
    }

    private synchronized void came(int octets) {
        body.moved(octets, clock.nanos());
    }

    private synchronized void awaitTaking(@Nullable ByteBuffer content) {
        sending = content;
        sendingOctets = BufferUtil.length(content);
        answer.await(clock.nanos());
    }

    private synchronized void taken() {
        answer.moved(sendingOctets, clock.nanos());
        sending = null;
    }

    /** The stream of the request, looked at as octets go by. */
    private final class Measured extends HttpStream.Wrapper {

        Measured(HttpStream stream) {
            super(stream);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = super.read();
            if (tooSlow && Content.Chunk.isFailure(chunk)) {
                return Content.Chunk.from(new TooSlow());
            }
            if (chunk != null) {
                came(chunk.remaining());
            }
            return chunk;
        }

        @Override
        public void demand() {
            awaitBody();
            super.demand();
        }

        @Override
        public void send(
                MetaData.Request asked,
                MetaData.@Nullable Response head,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            awaitTaking(content);
            super.send(asked, head, last, content, Callback.from(TimedExchange.this::taken, callback));
        }

        @Override
        public void succeeded() {
            atEnd.run();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            atEnd.run();
            super.failed(failure);
        }
    }
}
