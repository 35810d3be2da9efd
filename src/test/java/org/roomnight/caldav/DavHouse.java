package org.roomnight.caldav;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** A house whose entries a calendar program reads and writes; {@link DavClient} asks it for XML. */
record DavHouse(House house) {

    static DavHouse on(TestServer server) {
        return new DavHouse(server.account().house());
    }

    /** The same, asked of another node. */
    DavHouse at(TestServer node) {
        return new DavHouse(house.at(node));
    }

    String path(String calendar, String name) {
        return home() + calendar + "/" + name;
    }

    /** Any request; headers are name, value, name, value, … */
    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = server().request(path, headers)
                .header("Authorization", TestServer.basic(house.hotel(), house.passkey()))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return server().send(request);
    }

    HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** PUT of a calendar object. */
    HttpResponse<byte[]> put(String path, String body, String... headers) {
        return put(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<byte[]> put(String path, byte[] body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "text/calendar; charset=utf-8"), Arrays.stream(headers))
                .toArray(String[]::new);
        return send("PUT", path, body, all);
    }

    HttpResponse<byte[]> delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** How many units of a room type can be sold on a night. */
    int available(UUID roomType, String night) {
        return house.available(roomType, night);
    }

    String home() {
        return "/dav/calendars/" + house.hotel() + "/";
    }

    private TestServer server() {
        return house.account().server();
    }
}
