package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.Described.Reading;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies are taken and refused exactly where their schemas say so: each member in turn is left out or has a value at its limit,
 * past it, or of another kind; what the schema then says, the server must do. A member that is repaired is taken with any value.
 */
final class DescribedBodiesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestServer server = RestServer.sqlite();
    private final House house = server.account().house();
    private final UUID room = UUID.randomUUID();

    /** Each body that is taken has nights of its own. */
    private LocalDate start = LocalDate.of(2027, 1, 1);

    /** How a body is sent; members that have to fit to what is stored, so that a value that is good by the schema may be refused; dates always have to. */
    private record Case(
            String schema, String method, String path, String example, Set<String> tied, String... headers) {}

    private Case of(String schema, String method, String path, String example, String... tied) {
        return new Case(schema, method, path, example, Set.of(tied), "If-Match", "*");
    }

    private void check(Case one) {
        house.json("PUT", "/guest-room/" + room, "{\"name\":\"Dormitory\",\"quantity\":500}");
        ObjectNode example = (ObjectNode) JSON.readTree(one.example());
        assertThat(send(one, example).statusCode()).as(one.example()).isLessThan(300);
        mutate(one, example, example, "", Described.API.schema(one.schema()));
        ObjectNode more = example.deepCopy().put("unheardOf", 1);
        compare(one, more, "/unheardOf", Described.API.schema(one.schema()));
    }

    private void mutate(Case one, ObjectNode whole, ObjectNode part, String pointer, JsonNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.get("properties").properties()) {
            String name = member.getKey();
            JsonNode kept = part.get(name);
            part.remove(name);
            compare(one, whole, pointer + "/" + name, member.getValue());
            for (JsonNode value : values(member.getValue(), kept)) {
                part.set(name, value);
                compare(one, whole, pointer + "/" + name, member.getValue());
            }
            if (kept == null) {
                part.remove(name);
            } else {
                part.set(name, kept);
            }
            JsonNode items = Described.API.resolved(member.getValue().path("items"));
            if (items.has("properties")) {
                mutate(one, whole, (ObjectNode) part.get(name).get(0), pointer + "/" + name + "/0", items);
            }
        }
    }

    /** Values around each limit of a schema, and of every kind. */
    private static List<JsonNode> values(JsonNode schema, JsonNode kept) {
        List<JsonNode> values = new ArrayList<>();
        for (Object any : List.of(
                "",
                "text",
                "a\u0001b",
                "a\nb",
                "2027-02-30",
                "2027-02-03",
                "00000000-0000-0000-0000-00000000000g",
                7,
                -1,
                0,
                1.5,
                2.0,
                0.00001,
                1e12,
                5e17,
                true,
                false,
                Map.of(),
                Map.of("a", 1),
                List.of(),
                List.of(7))) {
            values.add(JSON.valueToTree(any));
        }
        values.add(JSON.nullNode());
        int longest = schema.path("maxLength").asInt(0);
        if (longest > 0) {
            values.add(JSON.valueToTree("x".repeat(longest)));
            values.add(JSON.valueToTree("x".repeat(longest + 1)));
        }
        for (String limit : List.of("minimum", "maximum")) {
            if (schema.has(limit)) {
                java.math.BigInteger number = schema.get(limit).bigIntegerValue();
                values.add(JSON.valueToTree(number));
                values.add(JSON.valueToTree(number.add(java.math.BigInteger.ONE)));
                values.add(JSON.valueToTree(number.subtract(java.math.BigInteger.ONE)));
            }
        }
        schema.path("enum").forEach(values::add);
        int most = schema.path("maxItems").asInt(0);
        if (most > 0) {
            values.add(array(schema, kept, most));
            values.add(array(schema, kept, most + 1));
            values.add(JSON.valueToTree(List.of("twice", "twice")));
        }
        return values;
    }

    private static ArrayNode array(JsonNode schema, JsonNode kept, int size) {
        ArrayNode array = JSON.createArrayNode();
        boolean objects = Described.API.resolved(schema.get("items")).has("properties");
        for (int i = 0; i < size; i++) {
            array.add(objects ? kept.get(0) : JSON.valueToTree("text " + i));
        }
        return array;
    }

    private void compare(Case one, ObjectNode body, String pointer, JsonNode schema) {
        boolean good = Described.API.faults(one.schema(), body, Reading.OPEN).isEmpty();
        HttpResponse<String> answer = send(one, body);
        boolean taken = answer.statusCode() < 300;
        String as =
                "%s %s: %s%n%s".formatted(one.schema(), pointer, shortened(body.toString()), shortened(answer.body()));
        assertThat(answer.statusCode()).as(as).isLessThan(500);
        if (schema.has("x-repaired")) {
            assertThat(taken).as(as).isTrue();
        } else if (!good || !(pointer.endsWith("Date") || one.tied().contains(pointer))) {
            assertThat(taken).as(as).isEqualTo(good);
        }
    }

    private static String shortened(String text) {
        return text.length() > 700 ? text.substring(0, 700) : text;
    }

    private HttpResponse<String> send(Case one, ObjectNode body) {
        start = start.plusDays(3);
        String text = body.toString()
                .replace("2027-01-01", start.toString())
                .replace("2027-01-03", start.plusDays(2).toString());
        return house.json(
                one.method(), one.path().replace("{new}", UUID.randomUUID().toString()), text, one.headers());
    }

    @Test
    void a_property() {
        String example = "{\"name\":\"Sea"
                + " View\",\"timeZone\":\"Europe/Lisbon\",\"checkInTime\":\"16:00\",\"blocksOverStays\":\"keep\"}";
        check(of("PropertyBody", "PUT", "/property", example, "/identifier", "/hotelIdentifier", "/timeZone"));
        check(of("PropertyPatch", "PATCH", "/property", example, "/identifier", "/hotelIdentifier", "/timeZone"));
    }

    @Test
    void a_guest_room() {
        String example = "{\"name\":\"Attic\",\"unitNames\":[\"A\",\"B\"],\"color\":\"#3366AA\"}";
        check(of("GuestRoomBody", "PUT", "/guest-room/" + house.suite, example, "/identifier", "/quantity"));
        check(of(
                "GuestRoomBody",
                "PUT",
                "/guest-room/" + house.suite,
                "{\"name\":\"Attic\",\"quantity\":2}",
                "/identifier",
                "/unitNames"));
    }

    @Test
    void a_sale() {
        check(of("Sale", "POST", "/booking", """
            {"firstName": "Robin", "currencyCode": "EUR", "totalAmount": 450.5, "createdDate": "2027-02-01T09:30:00Z",
             "roomStays": [{"guestRoomIdentifier": "%s", "guestRoomName": "Dormitory", "startDate": "2027-01-01",
                            "endDate": "2027-01-03", "adults": 2}]}\
            """.formatted(room), "/bookingIdentifier", "/currencyCode"));
    }

    @Test
    void a_recorded_booking() {
        check(of("RecordedBooking", "PUT", "/booking/{new}", """
            {"firstName": "Robin", "currencyCode": "EUR", "totalAmount": "450.5", "createdDate": "2027-02-01T09:30:00",
             "roomStays": [{"guestRoomName": "Dormitory", "startDate": "2027-01-01", "endDate": "2027-01-03"}]}\
            """));
    }

    @Test
    void a_block() {
        String example = """
            {"guestRoomIdentifier": "%s", "startDate": "2027-01-01", "endDate": "2027-01-03", "reason": "other",
             "ifTaken": "keep"}\
            """.formatted(room);
        check(of("BlockBody", "POST", "/block", example, "/guestRoomIdentifier", "/unit", "/identifier"));
        String block = RestServer.json(house.json("POST", "/block", example))
                .get("identifier")
                .stringValue();
        check(of("BlockChange", "PUT", "/block/" + block, example, "/guestRoomIdentifier", "/unit", "/identifier"));
    }

    @Test
    void a_decision_a_placement_and_a_cancellation() {
        house.json(
                "PUT",
                "/booking/" + UUID.randomUUID(),
                "{\"roomStays\":[%s,%s]}".formatted(stay("Cabin"), stay("Cabin")));
        String clash = RestServer.json(house.get("/double-booking/list"))
                .at("/items/0/identifier")
                .stringValue();
        check(of("DoubleBookingPatch", "PATCH", "/double-booking/" + clash, "{\"state\":\"snoozed\"}"));
        String booking = "/booking/" + UUID.randomUUID();
        house.json("PUT", booking, "{\"roomStays\":[%s]}".formatted(stay("Loft")));
        check(of(
                "Placement",
                "PATCH",
                booking + "/room-stay/0",
                "{\"guestRoomIdentifier\":\"%s\"}".formatted(house.suite),
                "/guestRoomIdentifier"));
        check(of("Cancellation", "PATCH", booking + "/cancel", "{\"reason\":\"ill\"}"));
    }

    private static String stay(String name) {
        return "{\"guestRoomName\":\"%s\",\"startDate\":\"2028-01-01\",\"endDate\":\"2028-01-03\"}".formatted(name);
    }
}
