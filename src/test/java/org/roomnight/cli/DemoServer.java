package org.roomnight.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.roomnight.Roomnight;

/** What {@code ./roomnight demo --info FILE} starts, within a test and on a free port. */
public final class DemoServer implements AutoCloseable {

    private final DemoCommand.Running running;

    private DemoServer(DemoCommand.Running running) {
        this.running = running;
    }

    public static DemoServer start(Path info) {
        DemoCommand command = new DemoCommand(Roomnight.class);
        Arguments arguments = Arguments.parse(command, List.of("--port", "0", "--info", info.toString()));
        return new DemoServer(command.start(arguments, new Settings(Map.of())));
    }

    @Override
    public void close() {
        running.close();
    }
}
