package org.roomnight.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;

/**
 * Port 0 means a free one. It is chosen before the start, because the addresses that are handed out name it. The
 * operations address gets a free one too where it was left to us and the port next to ours is taken: a second node on the
 * same machine starts, and says where its metrics are.
 */
final class FreePort {

    private FreePort() {}

    static Settings choose(Settings settings) {
        Settings withPort = settings.port() == 0 ? settings.with(Setting.PORT, Integer.toString(free(null))) : settings;
        InetSocketAddress wanted = withPort.operationsAddress();
        boolean left = settings.find(Setting.OPERATIONS_ADDRESS).isEmpty();
        boolean another = wanted.getPort() == 0 || (left && (settings.port() == 0 || !isFree(wanted)));
        int port = another ? free(wanted.getAddress()) : wanted.getPort();
        return withPort.with(Setting.OPERATIONS_ADDRESS, Settings.hostAndPort(wanted.getAddress(), port));
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket(address.getPort(), 1, address.getAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /** A free port of one address of this machine, or of all. */
    private static int free(@Nullable InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new StartRefusedException("There is no free port on this machine.", failure);
        }
    }
}
