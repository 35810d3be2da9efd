package org.roomnight.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks by HTTP, as a platform would. */
final class RestDoor implements Door, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final @Nullable House house;
    private final String token;

    RestDoor(URI server, House house) {
        this.server = server;
        this.house = house;
        this.token = house.token();
    }

    RestDoor(URI server, String token) {
        this.server = server;
        this.house = null;
        this.token = token;
    }

    @Override
    public Answer ask(Operation operation) {
        try {
            return read(http.send(request(operation), BodyHandlers.ofString()));
        } catch (IOException failure) {
            return Answer.lost(failure.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.lost(interrupted.toString());
        }
    }

    private HttpRequest request(Operation operation) {
        return switch (operation.kind()) {
            case SELL ->
                to("/booking")
                        .header("Idempotency-Key", operation.code())
                        .POST(BodyPublishers.ofString(body(operation)))
                        .build();
            case RECORD ->
                to("/booking/" + operation.booking())
                        .PUT(BodyPublishers.ofString(body(operation)))
                        .build();
            case CANCEL ->
                to("/booking/" + operation.booking() + "/cancel")
                        .header("If-Match", "*")
                        .method("PATCH", BodyPublishers.ofString("{}"))
                        .build();
        };
    }

    private HttpRequest.Builder to(String path) {
        return plain(house().path(path)).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private House house() {
        if (house == null) {
            throw new IllegalStateException("a door without a house");
        }
        return house;
    }

    private static String body(Operation operation) {
        return """
                {"bookingCode":"%s","firstName":"Robin","roomStays":[
                 {"guestRoomIdentifier":"%s","startDate":"%s","endDate":"%s","adults":1}]}""".formatted(operation.code(), operation.roomType(), operation.arrival(), operation.departure());
    }

    private static Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200, 201 ->
                Answer.done(
                        status,
                        UUID.fromString(JSON.readTree(response.body())
                                .get("bookingIdentifier")
                                .stringValue()),
                        response.headers().firstValue("Idempotent-Replayed").isPresent());
            case 503 -> unavailable(response);
            case 500 -> Answer.of(Answer.Kind.UNKNOWN, status, response.body());
            default -> Answer.of(Answer.Kind.REFUSED, status, response.body());
        };
    }

    /** A 503 has to say when to come back; one that does not is shown as a status that nobody expects. */
    private static Answer unavailable(HttpResponse<String> response) {
        Optional<String> again = response.headers().firstValue("Retry-After");
        if (again.isEmpty()) {
            return Answer.of(Answer.Kind.UNKNOWN, -503, "no Retry-After: " + response.body());
        }
        boolean unknown = response.body().contains("outcome-unknown");
        return Answer.of(unknown ? Answer.Kind.UNKNOWN : Answer.Kind.NOT_DONE, 503, response.body());
    }

    HttpResponse<String> get(String path) throws InterruptedException, IOException {
        return http.send(plain(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                plain(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Every booking that the API lists, as {@code code cancelled}. */
    List<String> listed() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String path = house().path("/booking/list?size=100"
                    + cursor.map("&cursor="::concat).orElse(""));
            HttpResponse<String> response = get(path);
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            JsonNode page = JSON.readTree(response.body());
            page.get("items")
                    .forEach(item -> found.add("%s %s"
                            .formatted(
                                    item.get("bookingCode").stringValue(),
                                    item.get("cancelled").booleanValue())));
            JsonNode next = page.get("cursor");
            cursor = next == null || next.isNull() ? Optional.empty() : Optional.of(next.stringValue());
        } while (cursor.isPresent());
        return found;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
