package org.roomnight.cli;

import java.util.Map;

/** Starts the server. */
final class ServeCommand implements Command {

    private final Class<?> application;

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String sentence() {
        return "Starts the server.";
    }

    @Override
    public String details() {
        return """
            Without any setting it keeps an SQLite database in the data folder and listens on port 8080.
            'roomnight help settings' tells what can be set.\
            """;
    }

    @Override
    public int run(Arguments arguments, Settings settings, Console console) {
        Settings standard =
                settings.find(Setting.ADDRESS).isPresent() ? settings : settings.with(Setting.ADDRESS, "0.0.0.0");
        Settings complete =
                standard.find(Setting.LOG_FORMAT).isPresent() ? standard : standard.with(Setting.LOG_FORMAT, "json");
        Settings withPort = FreePort.choose(complete);
        Server.start(application, withPort, Map.of()).stopOnSignal(() -> {});
        console.say("Roomnight answers at %s (port %d); health and metrics at %s."
                .formatted(withPort.publicUrl(), withPort.port(), withPort.operationsUrl()));
        return CommandLine.OK;
    }
}
