package org.roomnight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;

/** Starts a server with a made-up house, for trying things out. */
final class DemoCommand implements Command {

    /** Of what is set for a real server the demo takes these; it never touches a real database. */
    private static final List<Setting> TAKEN = List.of(
            Setting.PORT, Setting.OPERATIONS_ADDRESS, Setting.PUBLIC_URL, Setting.LOG_LEVEL, Setting.LOG_FORMAT);

    private final Class<?> application;

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String sentence() {
        return "Starts a server on this machine only, with a made-up house, its bookings and all that is needed to try"
                + " it.";
    }

    @Override
    public String details() {
        return "The bookings are made from a seed: the same day gives the same ones.";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.optional(
                        "port", "N", "Port to listen on; 0 picks a free one. Standard: ROOMNIGHT_PORT or 8080."),
                Option.optional("data", "DIR", "Folder to keep the demo in; unless given, it is gone at the end."),
                Option.optional(
                        "info", "FILE", "Also writes addresses and secrets there as JSON, readable by you only."),
                Option.optional("now", "INSTANT", "Starts the demo's clock there, such as 2027-03-01T09:00:00Z."));
    }

    /** A demo that runs: how to try it, and how to end it. */
    record Running(Demo demo, Server server, @Nullable Path scratch) implements AutoCloseable {

        @Override
        public void close() {
            server.close();
            removeScratch();
        }

        void removeScratch() {
            if (scratch != null) {
                Folders.remove(scratch);
            }
        }
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        Running running = start(arguments, settings);
        running.server().stopOnSignal(running::removeScratch);
        running.demo().show(DemoBookings.SEED, console);
        return CommandLine.OK;
    }

    Running start(Arguments arguments, Settings settings) {
        Map<String, String> more =
                arguments.option("now").map(DemoCommand::clock).orElseGet(Map::of);
        @Nullable Path scratch = arguments.option("data").isPresent() ? null : scratch();
        Path data = scratch == null ? Path.of(arguments.options().getOrDefault("data", "")) : scratch;
        try {
            Settings complete = FreePort.choose(complete(arguments, settings, data.toAbsolutePath()));
            Server server = Server.start(application, complete, more);
            Demo demo = new DemoParts(server, complete).findOrMake();
            arguments.option("info").ifPresent(file -> PrivateFile.write(Path.of(file), DemoParts.json(demo)));
            return new Running(demo, server, scratch);
        } catch (RuntimeException failure) {
            if (scratch != null) {
                Folders.remove(scratch);
            }
            throw failure;
        }
    }

    private static Settings complete(Arguments arguments, Settings settings, Path data) {
        EnumMap<Setting, String> own = new EnumMap<>(Setting.class);
        TAKEN.forEach(setting -> settings.find(setting).ifPresent(value -> own.put(setting, value)));
        arguments.option("port").ifPresent(port -> own.put(Setting.PORT, port(port)));
        own.put(Setting.ADDRESS, "127.0.0.1");
        own.put(Setting.DATA_DIR, data.toString());
        own.put(Setting.DATABASE_URL, "sqlite:" + data.resolve("roomnight.db"));
        return new Settings(own);
    }

    private static String port(String text) {
        if (!Accepts.port(text)) {
            throw new UsageException("--port accepts %s.".formatted(Setting.PORT.accepts()));
        }
        return text;
    }

    private static Map<String, String> clock(String instant) {
        try {
            return Map.of("roomnight.now", Instant.parse(instant).toString());
        } catch (DateTimeException _) {
            throw new UsageException("--now accepts a moment such as 2027-03-01T09:00:00Z.");
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("roomnight-demo-");
        } catch (IOException failure) {
            throw new StartRefusedException("There is no place for temporary files; give --data DIR.", failure);
        }
    }
}
