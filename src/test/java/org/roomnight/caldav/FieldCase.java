package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.roomnight.RawHttp;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of {@code field-cases}, played in a house of its own, octet for octet as its README says. */
final class FieldCase {

    /** The host of the public address. */
    static final String PUBLIC = "stay.example";

    private static final Pattern STATUS = Pattern.compile("expect: (\\d{3})");
    private static final Pattern SEVERAL =
            Pattern.compile("each, for (\\w+) and (\\w+), .* the nights of (\\d+) and of (\\d+) June");

    /** What the file says of a request or of a step, and the request, if it is one. */
    record Part(String says, String request) {

        /** The two requests that a sentence tells of, made from the one before that they are like. */
        List<Part> each(Part like) {
            Matcher words = SEVERAL.matcher(says);
            assertThat(words.find()).as(says).isTrue();
            return List.of(like.named(words.group(1), words.group(3)), like.named(words.group(2), words.group(4)));
        }

        /** The same entry with another name, and in another night of June. */
        Part named(String name, String day) {
            return new Part(
                    says,
                    request.replace("}a.ics", "}" + name + ".ics")
                            .replace("UID:a", "UID:" + name)
                            .replaceFirst("DATE:\\d{8}", "DATE:202706" + day)
                            .replaceFirst("(?s)(DTEND.*?DATE:)\\d{8}", "$1202706" + (Integer.parseInt(day) + 1)));
        }
    }

    private final TestServer server;
    private final Account account;
    private final String credentials;
    private final Map<String, String> values;

    private FieldCase(TestServer server, Account account, String credentials, Map<String, String> values) {
        this.server = server;
        this.account = account;
        this.credentials = credentials;
        this.values = values;
    }

    /** A new house with the rooms of the cases. */
    static FieldCase on(TestServer server) {
        Account account = server.account();
        String api = "/api/managing-entity/%s/extranet".formatted(UUID.randomUUID());
        Map<String, String> values =
                new HashMap<>(Map.of("api", api, "public", PUBLIC, "uuid", "" + UUID.randomUUID()));
        account.done("PUT", api + "/property", "{\"name\":\"House\",\"timeZone\":\"Europe/Madrid\"}");
        JsonNode connection = account.done("POST", api + "/caldav/auth/regen", "");
        String hotel = connection.get("hotelIdentifier").stringValue();
        values.put("home", "/dav/calendars/" + hotel + "/");
        Map.of("Flat", 1, "Double", 2, "Cottage", 1).forEach((name, quantity) -> {
            String id = UUID.randomUUID().toString();
            account.done(
                    "PUT", api + "/guest-room/" + id, "{\"name\":\"%s\",\"quantity\":%d}".formatted(name, quantity));
            values.put(name.toUpperCase(Locale.ROOT), id);
            String slug = name.toLowerCase(Locale.ROOT);
            values.put(slug, values.get("home") + slug + "/");
        });
        String passkey = connection.get("passkey").stringValue();
        return new FieldCase(server, account, TestServer.basic(hotel, passkey), values);
    }

    /** The same house, asked of another server. */
    FieldCase at(TestServer other) {
        return new FieldCase(other, new Account(other, account.id(), account.token()), credentials, values);
    }

    static List<Part> parts(String name) {
        try (InputStream stream = FieldCase.class.getResourceAsStream("/field-cases/" + name + ".http")) {
            String file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(file.split("(?m)^### |^# (?=expect:)"))
                    .skip(1)
                    .map(part -> part.split("\n", 2))
                    .map(part -> new Part(part[0], part[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Plays all of a file; the answers in its order. */
    List<Answer> play(String name) {
        List<Answer> answers = new ArrayList<>();
        for (Part part : parts(name)) {
            answers.add(play(part));
        }
        return answers;
    }

    /** Sends one request, which must be answered with the status that the file expects. */
    Answer play(Part part) {
        String[] headAndBody = filled(part.request()).split("\n\n", 2);
        List<String> head = headAndBody[0].lines().toList();
        String body = headAndBody.length < 2 ? "" : headAndBody[1];
        byte[] octets = (body.startsWith("BEGIN:") ? body.replace("\n", "\r\n") : body.stripTrailing())
                .getBytes(StandardCharsets.UTF_8);
        boolean api = head.getFirst().contains(" /api/");
        List<String> added = List.of(
                "Authorization: " + (api ? "Bearer " + account.token() : credentials),
                "Content-Length: " + octets.length);
        List<String> host = part.request().contains("\nHost:") ? List.of() : List.of("Host: " + PUBLIC);
        String lines = String.join(
                "\r\n",
                Stream.of(List.of(head.getFirst() + " HTTP/1.1"), head.subList(1, head.size()), host, added)
                        .flatMap(List::stream)
                        .toList());
        try (RawHttp http = new RawHttp(server)) {
            Answer answer = http.send(lines + "\r\n\r\n").send(octets).read();
            Matcher status = STATUS.matcher(part.says());
            assertThat(status.find()).as(part.says()).isTrue();
            assertThat(answer.status()).as(lines + answer.body()).isEqualTo(Integer.parseInt(status.group(1)));
            values.put("etag", answer.header("ETag"));
            return answer;
        }
    }

    private String filled(String request) {
        String filled = request;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** How many units of a room type can be sold on a night; the room type by its placeholder. */
    int available(String room, String night) {
        String path = "%s/availability?startDate=%s&endDate=%s&guestRoomIdentifier=%s"
                .formatted(values.get("api"), night, LocalDate.parse(night).plusDays(1), values.get(room));
        return account.done("GET", path, "").findValue("available").intValue();
    }

    static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
