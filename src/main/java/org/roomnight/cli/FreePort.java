package org.roomnight.cli;

import java.io.IOException;
import java.net.ServerSocket;
import org.roomnight.kernel.StartRefusedException;

/** Port 0 means a free one. It is chosen before the start, because the addresses that are handed out name it. */
final class FreePort {

    private FreePort() {}

    static Settings choose(Settings settings) {
        if (settings.port() != 0) {
            return settings;
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return settings.with(Setting.PORT, Integer.toString(socket.getLocalPort()));
        } catch (IOException failure) {
            throw new StartRefusedException("There is no free port on this machine.", failure);
        }
    }
}
