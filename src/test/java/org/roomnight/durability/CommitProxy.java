package org.roomnight.durability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between Roomnight and PostgreSQL and cuts the line at a COMMIT: either before the server hears of it, or after
 * it has committed and before Roomnight hears so. Reads the frames of the PostgreSQL protocol 3.0 without TLS.
 */
public final class CommitProxy implements AutoCloseable {

    private static final int COMMAND_COMPLETE = 'C';
    private static final int PARSE = 'P';
    private static final int MAX_FRAME = 64 * 1024 * 1024;

    public enum Fault {
        NONE,
        /** The server commits; its answer never arrives. */
        ANSWER_LOST,
        /** The COMMIT never arrives, so the server rolls back. */
        REQUEST_LOST
    }

    private final ServerSocket listening;
    private final int target;
    private final AtomicReference<Fault> armed = new AtomicReference<>(Fault.NONE);
    private final AtomicInteger answersLost = new AtomicInteger();
    private final AtomicInteger requestsLost = new AtomicInteger();

    private CommitProxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    public static CommitProxy start(int target) throws IOException {
        CommitProxy proxy = new CommitProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofPlatform().name("commit-proxy").daemon().start(proxy::accept);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The next COMMIT meets this fault. */
    public void arm(Fault fault) {
        armed.set(fault);
    }

    /** Whether the fault that was armed has not happened yet. */
    public boolean isArmed() {
        return armed.get() != Fault.NONE;
    }

    int answersLost() {
        return answersLost.get();
    }

    int requestsLost() {
        return requestsLost.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pump(client, server, this::fromClient));
                Thread.ofVirtual().start(() -> pump(server, client, this::fromServer));
            } catch (IOException _) {
                // closed, or nobody listens behind: the client finds its connection cut
            }
        }
    }

    private interface Direction {

        void copy(DataInputStream from, OutputStream to) throws IOException;
    }

    private static void pump(Socket from, Socket to, Direction direction) {
        try (from;
                to) {
            direction.copy(
                    new DataInputStream(new java.io.BufferedInputStream(from.getInputStream())), to.getOutputStream());
        } catch (IOException _) {
            // either side ended, or the fault came: both are closed now
        }
    }

    /** The first message of a client has no type. */
    private void fromClient(DataInputStream from, OutputStream to) throws IOException {
        int length = from.readInt();
        to.write(intBytes(length));
        to.write(from.readNBytes(length - Integer.BYTES));
        to.flush();
        while (true) {
            byte[] frame = frame(from);
            if (isCommit(frame) && armed.compareAndSet(Fault.REQUEST_LOST, Fault.NONE)) {
                requestsLost.incrementAndGet();
                throw new IOException("cut before the COMMIT");
            }
            to.write(frame);
            flushWhenIdle(from, to);
        }
    }

    private void fromServer(DataInputStream from, OutputStream to) throws IOException {
        while (true) {
            byte[] frame = frame(from);
            if (isCommitted(frame) && armed.compareAndSet(Fault.ANSWER_LOST, Fault.NONE)) {
                answersLost.incrementAndGet();
                throw new IOException("cut after the COMMIT");
            }
            to.write(frame);
            flushWhenIdle(from, to);
        }
    }

    private static void flushWhenIdle(InputStream from, OutputStream to) throws IOException {
        if (from.available() == 0) {
            to.flush();
        }
    }

    private static byte[] frame(DataInputStream from) throws IOException {
        int type = from.readUnsignedByte();
        int length = from.readInt();
        if (length < Integer.BYTES || length > MAX_FRAME) {
            throw new IOException("no frame of the protocol");
        }
        byte[] frame = new byte[1 + length];
        frame[0] = (byte) type;
        System.arraycopy(intBytes(length), 0, frame, 1, Integer.BYTES);
        from.readFully(frame, 1 + Integer.BYTES, length - Integer.BYTES);
        return frame;
    }

    private static byte[] intBytes(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    /** Parse of an unnamed statement: name (empty), text. */
    private static boolean isCommit(byte[] frame) {
        return frame[0] == PARSE && text(frame).startsWith("\0COMMIT\0");
    }

    private static boolean isCommitted(byte[] frame) {
        return frame[0] == COMMAND_COMPLETE && text(frame).equals("COMMIT\0");
    }

    private static String text(byte[] frame) {
        int from = 1 + Integer.BYTES;
        return new String(frame, from, Math.min(frame.length - from, 64), US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
