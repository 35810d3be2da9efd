package org.roomnight.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.roomnight.TestServer.House;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** tsdav, a CalDAV library of Node.js, with the passkey of a house. {@code tsdav.mjs} calls one function of it. */
record Tsdav(House house) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where {@code ./check} installs the library. */
    private static final Path FOLDER = Path.of("target/node");

    private static final Path SCRIPT = Path.of("src/test/node/tsdav.mjs");

    static Tsdav of(House house) throws IOException {
        Programs.need("node", "-e", "require.resolve('tsdav', {paths: ['%s']})".formatted(FOLDER.toAbsolutePath()));
        // Node.js looks for libraries beside the script.
        Files.copy(SCRIPT, FOLDER.resolve(SCRIPT.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return new Tsdav(house);
    }

    /** What a function of tsdav answers; an HTTP answer is its status, etag and body. */
    JsonNode call(String function, Map<String, ?> parameters) {
        Map<String, String> environment = Map.of(
                "ROOMNIGHT_URL", house.account().server().uri("/").toString(),
                "ROOMNIGHT_USERNAME", house.hotel(),
                "ROOMNIGHT_PASSWORD", house.passkey());
        String printed = Programs.run(
                FOLDER,
                environment,
                JSON.writeValueAsString(parameters),
                "node",
                SCRIPT.getFileName().toString(),
                function);
        return JSON.readTree(printed);
    }

    int status(String function, Map<String, ?> parameters) {
        return call(function, parameters).get("status").intValue();
    }

    /** A calendar of the account as tsdav finds it. */
    JsonNode calendar(String name) {
        return call("fetchCalendars", Map.of())
                .valueStream()
                .filter(calendar -> url(calendar).endsWith("/" + name + "/"))
                .findFirst()
                .orElseThrow();
    }

    JsonNode objects(JsonNode calendar) {
        return call("fetchCalendarObjects", Map.of("calendar", calendar));
    }

    static String url(JsonNode resource) {
        return resource.get("url").stringValue();
    }

    static List<String> urls(JsonNode resources) {
        return resources.valueStream().map(Tsdav::url).toList();
    }
}
