package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.roomnight.TestServer;
import org.roomnight.oauth.Clients;
import org.roomnight.oauth.NewClient;
import org.roomnight.oauth.Scope;
import org.roomnight.rest.Described.Operation;
import org.roomnight.rest.RestServer.Account;
import org.roomnight.rest.RestServer.House;

/**
 * Each status that the description has for an operation is really answered by it. {@link DescribedAnswers} compares what is
 * answered on the way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DescribedStatusesTest {

    /** What cannot be brought about from outside; other tests do it from inside. */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of("429", "500", "503", "default");

    private final RestServer server = RestServer.sqlite();
    private final Account account = server.account();
    private final House house = account.house();
    private final String other = server.token(account.id, Set.of(Scope.BOOKING_REMOVE));
    private final Map<String, String> names = new HashMap<>();

    @BeforeAll
    void a_house_with_something_of_everything() {
        names.put("id", house.id.toString());
        names.put("guestRoom", house.cabin.toString());
        names.put("position", "0");
        house.json("POST", "/caldav/auth/regen", "");
        names.put("booking", identifier(house.sellCabin("2027-03-10", "2027-03-14"), "bookingIdentifier"));
        house.json("PUT", "/booking/" + UUID.randomUUID(), stays("Cabin", "2027-03-10"));
        names.put("block", identifier(block("2027-04-10", "refuse"), "identifier"));
        names.put(
                "doubleBooking",
                RestServer.json(house.get("/double-booking/list"))
                        .at("/items/0/identifier")
                        .stringValue());
    }

    private static String identifier(HttpResponse<String> made, String member) {
        return RestServer.json(made).get(member).stringValue();
    }

    private HttpResponse<String> block(String start, String ifTaken) {
        return house.json("POST", "/block", blockBody(start, ifTaken));
    }

    private String blockBody(String start, String ifTaken) {
        return "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\",\"ifTaken\":\"%s\"}"
                .formatted(house.cabin, start, start.substring(0, 8) + "14", ifTaken);
    }

    private static String stays(String room, String start) {
        return "{\"sourceVersion\":5,\"roomStays\":[{\"guestRoomName\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}]}"
                .formatted(room, start, start.substring(0, 8) + "14");
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path.endsWith("/availability") ? path + "?startDate=2027-03-01&endDate=2027-04-01" : path;
    }

    private HttpResponse<String> ask(Operation operation, String path, String body, String... headers) {
        HttpRequest.Builder request = server.server().request(path, headers);
        return server.send(request.method(
                operation.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private String[] with(String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + account.token;
        return all;
    }

    @Test
    void each_status_that_is_described_is_answered() {
        List<Operation> operations = Described.API.operations();
        operations.stream()
                .filter(one -> one.path().contains("{id}/") || one.path().endsWith("entity/list"))
                .forEach(this::refused);
        clashes();
        done();
        tokens();
        calendar();
        Set<String> described = new TreeSet<>();
        for (Operation operation : operations) {
            operation.node().get("responses").propertyNames().stream()
                    .filter(status -> !NOT_FROM_OUTSIDE.contains(status))
                    .forEach(status -> described.add(operation + " " + status));
        }
        described.removeAll(DescribedAnswers.seen());
        assertThat(described).isEmpty();
    }

    /** Asks in every way that is refused before anything is looked at closely. */
    private void refused(Operation operation) {
        String path = path(operation);
        boolean json = operation.body().isPresent();
        ask(operation, path, "");
        ask(operation, path, "", "Authorization", "Bearer " + other);
        ask(operation, path, json ? "{}" : "", with("Wink-Version", "9", "Content-Type", "application/json"));
        ask(operation, path, json ? "{}" : "", with("Accept", "text/plain", "Content-Type", "application/json"));
        String stranger = path.replace(
                house.id.toString(),
                operation.id().equals("putProperty")
                        ? "none"
                        : UUID.randomUUID().toString());
        ask(operation, stranger, json ? "{}" : "", with("Content-Type", "application/json", "If-Match", "*"));
        if (json) {
            ask(operation, path, " ".repeat(RequestOctets.MAX_OCTETS + 1), with("Content-Type", "application/json"));
            ask(operation, path, "{}", with("Content-Type", "text/plain"));
            ask(operation, path, "[]", with("Content-Type", "application/json", "If-Match", "*"));
        }
        if (operation.names("header").contains("If-Match")) {
            ask(operation, path, example(operation), with("Content-Type", "application/json", "If-Match", "\"99\""));
            ask(operation, path, example(operation), with("Content-Type", "application/json"));
        }
        if (operation.method().equals("GET") && operation.names("header").contains("If-None-Match")) {
            ask(operation, path, "", with("If-None-Match", "*"));
        }
    }

    private String example(Operation operation) {
        return switch (operation.id()) {
            case "putProperty" -> "{\"name\":\"House\",\"timeZone\":\"Europe/Lisbon\"}";
            case "patchProperty" -> "{\"name\":\"House\"}";
            case "putGuestRoom" -> "{\"name\":\"Cabin\",\"quantity\":1}";
            case "placeRoomStay" -> "{\"guestRoomIdentifier\":\"%s\"}".formatted(house.cabin);
            case "changeBlock" -> blockBody("2027-04-10", "refuse");
            case "decideDoubleBooking" -> "{\"state\":\"snoozed\"}";
            default -> operation.body().isPresent() ? "{}" : "";
        };
    }

    private void clashes() {
        house.sellCabin("2027-03-10", "2027-03-14");
        String booking = "/booking/" + UUID.randomUUID();
        house.json("PUT", booking, stays("Suite", "2027-05-10"));
        house.json("PUT", booking, stays("Suite", "2027-05-10").replace("5,", "4,"));
        house.json("PUT", booking, stays("Suite", "2027-05-10"), "If-None-Match", "*");
        house.json("PATCH", booking + "/room-stay/0", example(operation("placeRoomStay")), "If-Match", "*");
        block("2027-03-10", "refuse");
        house.json("PUT", "/block/" + names.get("block"), blockBody("2027-03-10", "refuse"), "If-Match", "*");
        house.json(
                "PUT",
                "/guest-room/" + house.suite,
                "{\"name\":\"Suite\",\"quantity\":3,\"roomRateIdentifiers\":[\"r\"]}",
                "If-Match",
                "*");
        house.json(
                "PUT",
                "/guest-room/" + house.cabin,
                "{\"name\":\"Cabin\",\"quantity\":1,\"roomRateIdentifiers\":[\"r\"]}",
                "If-Match",
                "*");
        house.json("DELETE", "/guest-room/" + house.cabin, "", "If-Match", "*");
        for (Operation operation : Described.API.operations()) {
            if (operation.id().startsWith("regenerate")) { // a key that came with another body
                ask(operation, path(operation), "", with("Idempotency-Key", operation.id()));
                ask(
                        operation,
                        path(operation),
                        "{}",
                        with("Idempotency-Key", operation.id(), "Content-Type", "application/json"));
            }
        }
    }

    private static Operation operation(String id) {
        return Described.API.operation(id);
    }

    /** What is done, in an order in which nothing is missing. */
    private void done() {
        Described.API.operations().stream()
                .filter(one -> one.method().equals("GET") && one.path().startsWith("/api/managing-entity"))
                .forEach(one -> ask(one, path(one), "", with()));
        ask(operation("getConnectionOfProperty"), path(operation("getConnectionOfProperty")), "", with());
        house.json("PUT", "/property", example(operation("putProperty")), "If-Match", "*");
        house.json("PATCH", "/property", example(operation("patchProperty")), "If-Match", "*");
        String booking = "/booking/" + UUID.randomUUID();
        house.json("PUT", booking, stays("Attic", "2027-06-10"));
        house.json("PUT", booking, stays("Attic", "2027-06-10"));
        house.json("PATCH", booking + "/room-stay/0", example(operation("placeRoomStay")), "If-Match", "*");
        house.json("PATCH", booking + "/cancel", "{\"reason\":\"ill\"}");
        house.json("PUT", "/block/" + names.get("block"), blockBody("2027-04-12", "keep"), "If-Match", "*");
        house.json(
                "PATCH", "/double-booking/" + names.get("doubleBooking"), "{\"state\":\"snoozed\"}", "If-Match", "*");
        house.json("DELETE", "/block/" + names.get("block"), "", "If-Match", "*");
        String room = "/guest-room/" + UUID.randomUUID();
        house.put(room, "{\"name\":\"Attic\",\"quantity\":1}");
        house.json("DELETE", room, "", "If-Match", "*");
        house.json("DELETE", "/caldav/auth", "");
    }

    private void tokens() {
        NewClient client = server.server().bean(Clients.class).create(account.id, "test", Scope.all());
        String basic = TestServer.basic(client.clientId(), client.clientSecret().reveal());
        for (String path : List.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke")) {
            Operation operation = Described.API.asked("POST", path).orElseThrow();
            String form = path.endsWith("token") ? "grant_type=client_credentials" : "token=" + account.token;
            String type = "application/x-www-form-urlencoded";
            ask(operation, path, form, "Content-Type", type, "Authorization", basic);
            ask(operation, path, form, "Content-Type", type, "Authorization", TestServer.basic("a", "b"));
            ask(operation, path, "a=b", "Content-Type", type, "Authorization", basic);
            ask(operation, path, form, "Content-Type", "text/plain", "Authorization", basic);
        }
        ask(
                operation("introspectToken"),
                "/oauth2/introspect",
                "token=x",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                basic);
        ask(operation("getAuthorizationServer"), "/.well-known/oauth-authorization-server", "");
    }

    private void calendar() {
        Operation operation = operation("getCalendar");
        String path = path(operation);
        ask(operation, path, "", with());
        ask(operation, path, "", with("If-None-Match", "*"));
        ask(operation, path, "", "Authorization", "Bearer a", "Authorization", "Bearer b");
    }
}
