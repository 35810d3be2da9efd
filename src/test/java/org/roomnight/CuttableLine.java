package org.roomnight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A line from a server to its database that a test can cut, hold and mend. Cut, what is on it is reset and what is new is
 * refused; held, it is silent and what is sent arrives when it is mended.
 */
public final class CuttableLine implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean held;

    public CuttableLine(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(CuttableLine::drop);
    }

    public void hold() {
        held = true;
    }

    public void mend() {
        cut = false;
        held = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                open.add(near);
                if (cut) {
                    drop(near);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(far);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
                if (cut) {
                    drop(near);
                }
            } catch (IOException _) {
                // closed, or the database is gone: the next one decides
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            byte[] octets = new byte[8192];
            for (int read = from.getInputStream().read(octets);
                    read >= 0;
                    read = from.getInputStream().read(octets)) {
                while (held) {
                    LockSupport.parkNanos(1_000_000);
                }
                to.getOutputStream().write(octets, 0, read);
            }
        } catch (IOException _) {
            // cut
        } finally {
            drop(from);
            drop(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            held = false;
            cut();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
