package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/** The booking as the platform documents it, pushed as it stands. */
interface PlatformBookingContract {

    RestServer server();

    /** With every member that is documented; what it says of the room stands for itself. */
    static String documented(UUID booking, String more, String room) {
        return """
            {"bookingCode":"WNK-4F7Q2","bookingIdentifier":"%s","propertyIdentifier":"a1b2c3d4-e5f6-7890-abcd-ef1234567890",
             "createdDate":"2027-02-01T09:30:00","currencyCode":"EUR","totalAmount":"450.00",
             "email":"robin@example.com","firstName":"Robin","lastName":"Sample",
             "paymentMethodStatus":"CAPTURED","paymentMethodType":"CARD","paymentWalletType":"NONE",
             "salesChannelIdentifier":"chn-7","salesChannelName":"Direct",%s
             "roomStays":[{"roomRateIdentifier":"rate-17","name":"Deluxe King, flexible",%s,
               "ratePlanName":"Flexible","startDate":"2027-03-10","endDate":"2027-03-14",
               "adults":2,"children":0,"guests":2,"quantity":1,"amount":450.0}]}
            """.formatted(booking, more, room);
    }

    private static HttpResponse<String> push(House house, UUID id, String body) {
        return house.json("PUT", "/booking/" + id, body);
    }

    @Test
    default void the_documented_booking_is_accepted_and_read_under_its_own_names() {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        String body = documented(id, "\"cancelled\":false,\"cancelDate\":null,", "\"guestRoomName\":\"Cabin\"");
        var pushed = push(house, id, body);
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(201);
        JsonNode read = json(house.get("/booking/" + id));
        for (String member : new String[] {
            "bookingCode",
            "bookingIdentifier",
            "propertyIdentifier",
            "currencyCode",
            "email",
            "firstName",
            "lastName",
            "paymentMethodStatus",
            "paymentMethodType",
            "paymentWalletType",
            "salesChannelIdentifier",
            "salesChannelName",
            "cancelled",
            "cancelDate"
        }) {
            assertThat(read.get(member))
                    .as(member)
                    .isEqualTo(JsonText.MAPPER.readTree(body).get(member));
        }
        assertThat(read.get("totalAmount").decimalValue()).isEqualByComparingTo("450");
        assertThat(read.get("createdDate").stringValue()).isEqualTo("2027-02-01T09:30:00Z");
        JsonNode sent = JsonText.MAPPER.readTree(body).at("/roomStays/0");
        for (String member : new String[] {
            "roomRateIdentifier",
            "name",
            "guestRoomName",
            "ratePlanName",
            "startDate",
            "endDate",
            "adults",
            "children",
            "guests",
            "quantity"
        }) {
            assertThat(read.at("/roomStays/0").get(member)).as(member).isEqualTo(sent.get(member));
        }
        assertThat(read.at("/roomStays/0/amount").decimalValue()).isEqualByComparingTo("450");
        assertThat(read.at("/roomStays/0/guestRoomIdentifier").stringValue()).isEqualTo(house.cabin.toString());
        assertThat(read.get("warnings")
                        .valueStream()
                        .map(one -> one.get("pointer").stringValue()))
                .containsExactly("/totalAmount", "/createdDate");
        assertThat(json(pushed).get("warnings")).isEqualTo(read.get("warnings"));
    }

    @Test
    default void pushed_again_it_changes_nothing_and_cancelled_it_frees_its_nights() {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        String body = documented(id, "\"cancelled\":false,", "\"guestRoomName\":\"Cabin\"");
        var first = push(house, id, body);
        var again = push(house, id, body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        String cancelled =
                body.replace("\"cancelled\":false,", "\"cancelled\":true,\"cancelDate\":\"2027-02-03T10:00:00\",");
        assertThat(json(push(house, id, cancelled)).get("cancelDate").stringValue())
                .isEqualTo("2027-02-03T10:00:00Z");
        assertThat(house.sellCabin("2027-03-10", "2027-03-14").statusCode()).isEqualTo(201);
        assertThat(json(push(house, id, body)).get("doubleBookings")).hasSize(1);
    }

    @Test
    default void a_rate_bound_to_a_room_type_wins_over_names() {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        String path = "/guest-room/" + house.suite;
        var bound = house.json(
                "PUT",
                path,
                "{\"name\":\"Suite\",\"quantity\":3,\"roomRateIdentifiers\":[\"rate-17\"]}",
                "If-Match",
                "*");
        assertThat(json(bound).get("roomRateIdentifiers").toString()).isEqualTo("[\"rate-17\"]");
        var pushed = push(house, id, documented(id, "", "\"guestRoomName\":\"Cabin\""));
        assertThat(json(pushed).at("/roomStays/0/guestRoomIdentifier").stringValue())
                .isEqualTo(house.suite.toString());
        var twice = house.json(
                "PUT",
                "/guest-room/" + house.cabin,
                "{\"name\":\"Cabin\",\"quantity\":1,\"roomRateIdentifiers\":[\"rate-17\"]}",
                "If-Match",
                "*");
        RestAssertions.assertProblem(twice, 409);
        assertThat(json(house.json("PUT", path, "{\"name\":\"Suite\",\"quantity\":3}", "If-Match", "*"))
                        .get("roomRateIdentifiers"))
                .as("who says nothing of them keeps them")
                .hasSize(1);
    }

    @Test
    default void a_booking_is_told_apart_by_its_address() {
        House house = server().account().house();
        UUID id = UUID.randomUUID();
        String body = documented(UUID.randomUUID(), "", "\"guestRoomName\":\"Cabin\"");
        assertThat(RestAssertions.pointers(push(house, id, body))).containsExactly("/bookingIdentifier");
        String own = body.replaceFirst("\"bookingIdentifier\":\"[^\"]*\"", "\"bookingIdentifier\":\"WNK-1\"");
        assertThat(json(push(house, id, own)).at("/warnings/0/pointer").stringValue())
                .isEqualTo("/bookingIdentifier");
    }
}
