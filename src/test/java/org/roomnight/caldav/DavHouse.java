package org.roomnight.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** A house as its calendar program sees it. Its room types have the calendars {@code cabin} and {@code suite}. */
record DavHouse(TestServer server, House house) {

    static DavHouse on(TestServer server) {
        return new DavHouse(server, server.account().house());
    }

    DavHouse at(TestServer node) {
        return new DavHouse(node, house.at(node));
    }

    String home() {
        return "/dav/calendars/%s/".formatted(house.hotel());
    }

    String path(String calendar, String name) {
        return home() + calendar + "/" + name;
    }

    /** Headers are name, value, name, value, … */
    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
        String[] all = Stream.concat(
                        Stream.of("Authorization", TestServer.basic(house.hotel(), house.passkey())),
                        Arrays.stream(headers))
                .toArray(String[]::new);
        HttpRequest.Builder request = server.request(path, all)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return server.send(request);
    }

    HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(UTF_8), headers);
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** PUT of a calendar object. */
    HttpResponse<byte[]> put(String path, String body, String... headers) {
        return put(path, body.getBytes(UTF_8), headers);
    }

    HttpResponse<byte[]> put(String path, byte[] body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "text/calendar; charset=utf-8"), Arrays.stream(headers))
                .toArray(String[]::new);
        return send("PUT", path, body, all);
    }

    HttpResponse<byte[]> delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** An answer to a REPORT or PROPFIND in XML. */
    HttpResponse<byte[]> xml(String method, String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/xml"), Arrays.stream(headers))
                .toArray(String[]::new);
        return send(method, path, body, all);
    }

    /** How many units of a room type can be sold on a night. */
    int available(java.util.UUID roomType, String night) {
        String path = house.path("/availability?startDate=%s&endDate=%s&guestRoomIdentifier=%s"
                .formatted(night, java.time.LocalDate.parse(night).plusDays(1), roomType));
        return house.account()
                .done("GET", path, "")
                .findValue("available")
                .intValue();
    }
}
