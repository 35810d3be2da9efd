package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestServer.json;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/** The connection of a property, made, replaced, read and ended. */
interface ConnectionContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    @Test
    default void a_connection_is_made_read_replaced_and_ended() {
        House house = house();
        assertProblem(house.get("/caldav/auth"), 404);
        var made = house.json("POST", "/caldav/auth/regen", "");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        JsonNode connection = json(made);
        String hotel = json(house.get("/property")).get("hotelIdentifier").stringValue();
        assertThat(connection.get("hotelIdentifier").stringValue()).isEqualTo(hotel);
        assertThat(connection.get("passkey").stringValue()).matches("pkey_[a-z0-9]{32}");
        assertThat(connection.get("url").stringValue())
                .isEqualTo(TestServer.PUBLIC_URL + "/api/cal/property/" + hotel + "/booking/list");
        assertThat(house.get("/caldav/auth").body()).isEqualTo(made.body());
        JsonNode replaced = json(house.get("/caldav/auth/regen"));
        assertThat(replaced.get("passkey")).isNotEqualTo(connection.get("passkey"));
        assertThat(replaced.get("identifier")).isEqualTo(connection.get("identifier"));
        assertThat(house.json("DELETE", "/caldav/auth", "").statusCode()).isEqualTo(204);
        assertProblem(house.get("/caldav/auth"), 404);
        assertProblem(house.json("DELETE", "/caldav/auth", ""), 404);
    }

    @Test
    default void the_older_addresses_answer_the_same() {
        House house = house();
        String old = "/api/property/%s/caldav/auth".formatted(house.id);
        assertProblem(house.account.get(old), 404);
        String made = house.account.get(old + "/regen").body();
        assertThat(house.account.get(old).body()).isEqualTo(made);
        assertThat(house.get("/caldav/auth").body()).isEqualTo(made);
        assertProblem(house.account.get("/api/property/%s/caldav/auth".formatted(UUID.randomUUID())), 404);
    }

    @Test
    default void asking_only_for_the_headers_of_regen_replaces_nothing() {
        House house = house();
        String made = house.json("POST", "/caldav/auth/regen", "").body();
        var head = house.account.send("HEAD", house.path("/caldav/auth/regen"), new byte[0]);
        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(house.get("/caldav/auth").body()).isEqualTo(made);
    }
}
