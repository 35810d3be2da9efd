package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.pointers;
import static org.roomnight.rest.RestAssertions.tag;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roomnight.availability.OnTaken;
import org.roomnight.block.BlockFacts;
import org.roomnight.block.BlockReason;
import org.roomnight.block.Blocks;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Properties;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.oauth.Scope;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Taking nights off sale. */
interface BlockContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    private static String block(UUID room, String start, String end, String more) {
        return House.stay(room, start, end).replace("}", more + "}");
    }

    private static HttpResponse<String> post(House house, String body) {
        return house.json("POST", "/block", body);
    }

    private static String identifier(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("identifier").stringValue();
    }

    private static JsonNode night(House house, UUID room, String date) {
        String query = "/availability?startDate=%s&endDate=%s&guestRoomIdentifier=%s"
                .formatted(date, LocalDate.parse(date).plusDays(1), room);
        return json(house.get(query)).at("/guestRooms/0/nights/0");
    }

    @Test
    default void a_block_is_read_where_its_answer_says_and_takes_the_unit_it_names() {
        House house = house();
        var made = post(
                house,
                block(
                        house.suite,
                        "2027-03-10",
                        "2027-03-12",
                        ",\"unit\":\"S2\",\"reason\":\"out-of-order\",\"note\":\"new\\nboiler\""));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode block = json(made);
        assertThat(block.get("guestRoomIdentifier").stringValue()).isEqualTo(house.suite.toString());
        assertThat(block.get("unit").stringValue()).isEqualTo("S2");
        assertThat(block.get("startDate").stringValue()).isEqualTo("2027-03-10");
        assertThat(block.get("endDate").stringValue()).isEqualTo("2027-03-12");
        assertThat(block.get("reason").stringValue()).isEqualTo("out-of-order");
        assertThat(block.get("note").stringValue()).isEqualTo("new\nboiler");
        assertThat(block.get("version").intValue()).isEqualTo(1);
        assertThat(block.get("doubleBookings").isEmpty()).isTrue();
        assertThat(block.has("stays")).isFalse();
        var read = house.account.get(made.headers().firstValue("Location").orElseThrow());
        assertThat(tag(read)).isEqualTo(tag(made)).isEqualTo("\"1\"");
        assertThat(json(read).get("identifier")).isEqualTo(block.get("identifier"));
        assertThat(json(read).has("doubleBookings")).isFalse();
        assertThat(night(house, house.suite, "2027-03-10").get("blocked").intValue())
                .isEqualTo(1);
        assertThat(json(house.sell("{\"roomStays\":[%s]}"
                                .formatted(block(house.suite, "2027-03-10", "2027-03-12", ",\"quantity\":2"))))
                        .at("/roomStays/0/units")
                        .toString())
                .isEqualTo("[\"S1\",\"S3\"]");
    }

    @Test
    default void a_block_of_the_whole_property_has_to_be_said() {
        House house = house();
        String dates = "\"startDate\":\"2027-03-10\",\"endDate\":\"2027-03-12\"";
        assertThat(pointers(post(house, "{%s}".formatted(dates)))).containsExactly("/guestRoomIdentifier");

        var made = post(house, "{\"guestRoomIdentifier\":null,%s}".formatted(dates));

        assertThat(json(made).get("guestRoomIdentifier").isNull()).isTrue();
        assertThat(json(made).get("reason").stringValue()).isEqualTo("other");
        assertThat(night(house, house.suite, "2027-03-11").get("blocked").intValue())
                .isEqualTo(3);
        assertProblem(house.sellCabin("2027-03-11", "2027-03-13"), 409);
    }

    @Test
    default void a_block_over_taken_nights_is_a_clash_that_names_them_and_nobody() {
        House house = house();
        house.sellCabin("2027-03-11", "2027-03-12");
        var refused = post(house, block(house.cabin, "2027-03-10", "2027-03-13", ""));

        JsonNode taken = assertProblem(refused, 409).at("/taken/0");
        assertThat(taken.get("dates").toString()).isEqualTo("[\"2027-03-11\"]");
        assertThat(taken.get("guestRoomName").stringValue()).isEqualTo("Cabin");
        assertThat(refused.body()).doesNotContain("Robin");
        assertThat(night(house, house.cabin, "2027-03-10").get("blocked").intValue())
                .isZero();
    }

    @Test
    default void a_block_that_is_kept_answers_with_its_double_bookings() {
        House house = house();
        String booking = json(house.sellCabin("2027-03-11", "2027-03-12"))
                .get("bookingIdentifier")
                .stringValue();
        var kept = post(house, block(house.cabin, "2027-03-10", "2027-03-13", ",\"ifTaken\":\"keep\""));

        JsonNode clash = json(kept).at("/doubleBookings/0");
        assertThat(clash.get("startDate").stringValue()).isEqualTo("2027-03-11");
        assertThat(clash.at("/claims/0/bookingIdentifier").stringValue()).isEqualTo(booking);
        assertThat(clash.at("/claims/1/kind").stringValue()).isEqualTo("block");
        assertThat(clash.at("/claims/1/blockIdentifier").stringValue()).isEqualTo(identifier(kept));
    }

    @Test
    default void a_block_of_a_unit_clashes_with_who_sleeps_in_that_unit_only() {
        House house = house();
        house.sell("{\"roomStays\":[%s]}".formatted(block(house.suite, "2027-03-10", "2027-03-12", ",\"quantity\":2")));

        var kept = post(house, block(house.suite, "2027-03-10", "2027-03-12", ",\"unit\":\"S1\",\"ifTaken\":\"keep\""));

        assertThat(json(kept).at("/doubleBookings/0/claims")).hasSize(2);
        assertThat(night(house, house.suite, "2027-03-10").get("available").intValue())
                .isEqualTo(1);
    }

    @Test
    default void a_change_needs_the_version_that_was_read_and_does_not_clash_with_itself() {
        House house = house();
        String path = "/block/" + identifier(post(house, block(house.cabin, "2027-03-10", "2027-03-12", "")));
        String moved = block(house.cabin, "2027-03-11", "2027-03-13", ",\"reason\":\"owner-stay\"");

        assertProblem(house.json("PUT", path, moved, "If-Match", "\"2\""), 412);
        var changed = house.json("PUT", path, moved, "If-Match", "\"1\"");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(tag(changed)).isEqualTo("\"2\"");
        assertThat(json(house.get(path)).get("reason").stringValue()).isEqualTo("owner-stay");
        house.sellCabin("2027-03-13", "2027-03-14");
        String longer = block(house.cabin, "2027-03-11", "2027-03-14", "");
        assertProblem(house.json("PUT", path, longer, "If-Match", "*"), 409);
        assertThat(tag(house.get(path))).isEqualTo("\"2\"");
    }

    @Test
    default void an_identifier_is_blocked_once_and_only_a_post_makes_a_block() {
        House house = house();
        String id = UUID.randomUUID().toString();
        String body = block(house.suite, "2027-03-10", "2027-03-12", ",\"identifier\":\"%s\"".formatted(id));
        assertProblem(house.json("PUT", "/block/" + id, body, "If-Match", "*"), 404);
        assertThat(identifier(post(house, body))).isEqualTo(id);
        assertProblem(post(house, body), 409);
        assertThat(night(house, house.suite, "2027-03-10").get("blocked").intValue())
                .isEqualTo(1);
    }

    @Test
    default void a_removed_block_is_gone_and_its_nights_are_free() {
        House house = house();
        String path = "/block/" + identifier(post(house, block(house.cabin, "2027-03-10", "2027-03-12", "")));
        assertProblem(house.json("DELETE", path, "", "If-Match", "\"2\""), 412);
        assertThat(house.json("DELETE", path, "", "If-Match", "\"1\"").statusCode())
                .isEqualTo(204);
        assertProblem(house.get(path), 404);
        assertProblem(house.json("DELETE", path, "", "If-Match", "*"), 404);
        assertThat(house.sellCabin("2027-03-10", "2027-03-12").statusCode()).isEqualTo(201);
    }

    @Test
    default void a_block_that_recurs_shows_its_stays_and_keeps_them_until_it_has_other_dates() {
        House house = house();
        BlockId id = new BlockId(UUID.randomUUID());
        PropertyId property = server().server()
                .bean(Properties.class)
                .find(house.account.id, new ManagingEntityId(house.id))
                .orElseThrow()
                .id();
        LocalDate first = LocalDate.parse("2027-03-10");
        List<StayDates> stays = Stream.of(0, 7)
                .map(first::plusDays)
                .map(day -> new StayDates(day, day.plusDays(1)))
                .toList();
        BlockFacts facts = BlockFacts.of(new RoomTypeId(house.cabin), null, stays, BlockReason.OTHER, null);
        server().server().bean(Blocks.class).put(property, id, facts, OnTaken.REFUSE, new ExpectedVersion.Unsaid());

        var read = house.get("/block/" + id);

        assertThat(json(read).at("/stays/1/startDate").stringValue()).isEqualTo("2027-03-17");
        assertThat(json(read).get("endDate").stringValue()).isEqualTo("2027-03-18");
        String note = block(house.cabin, "2027-03-10", "2027-03-18", ",\"note\":\"new boiler\"");
        var noted = house.json("PUT", "/block/" + id, note, "If-Match", tag(read));
        assertThat(json(noted).get("stays")).isEqualTo(json(read).get("stays"));
        assertThat(json(noted).get("note").stringValue()).isEqualTo("new boiler");
        ObjectNode echoed = ((ObjectNode) json(noted)).put("endDate", "2027-03-12");
        var moved = house.json("PUT", "/block/" + id, echoed.toString(), "If-Match", tag(noted));
        assertThat(json(moved).has("stays")).isFalse();
        assertThat(json(moved).get("endDate").stringValue()).isEqualTo("2027-03-12");
        assertThat(night(house, house.cabin, "2027-03-17").get("blocked").intValue())
                .isZero();
    }

    @Test
    default void broken_rules_are_named() {
        House house = house();
        assertThat(pointers(post(house, block(house.cabin, "2027-03-10", "2027-03-10", ""))))
                .containsExactly("/endDate");
        assertThat(pointers(post(house, block(house.cabin, "2027-03-10", "2029-03-10", ""))))
                .containsExactly("/endDate");
        assertThat(post(house, block(house.cabin, "2027-03-10", "2029-03-09", ""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(pointers(post(house, block(UUID.randomUUID(), "2027-03-10", "2027-03-11", ""))))
                .containsExactly("/guestRoomIdentifier");
        assertThat(pointers(post(house, block(house.suite, "2027-03-10", "2027-03-11", ",\"unit\":\"S9\""))))
                .containsExactly("/unit");
        String wrong = ",\"reason\":\"x\",\"ifTaken\":\"x\",\"note\":\"%s\",\"stays\":[]".formatted("n".repeat(2_001));
        assertThat(pointers(post(house, block(house.suite, "2027-03-10", "2027-03-11", wrong))))
                .containsExactlyInAnyOrder("/reason", "/ifTaken", "/note", "/stays");
        String longest = ",\"note\":\"%s\"".formatted("n".repeat(2_000));
        assertThat(post(house, block(house.suite, "2027-03-10", "2027-03-11", longest))
                        .statusCode())
                .isEqualTo(201);
        assertThat(
                        pointers(
                                post(
                                        house,
                                        "{\"guestRoomIdentifier\":null,\"unit\":\"S1\",\"startDate\":\"2027-03-10\",\"endDate\":\"2027-03-11\"}")))
                .containsExactly("/unit");
    }

    @Test
    default void more_nights_of_all_units_than_one_block_may_have_are_a_rule_broken() {
        House house = house();
        house.put("/guest-room/" + UUID.randomUUID(), "{\"name\":\"Hall\",\"quantity\":271}");
        String body = "{\"guestRoomIdentifier\":null,\"startDate\":\"2027-01-01\",\"endDate\":\"2028-12-31\"}";
        assertThat(pointers(post(house, body))).containsExactly("/endDate");
    }

    @Test
    default void lists_of_blocks_come_in_pages_by_their_first_night() {
        House house = house();
        List<String> made = new ArrayList<>();
        for (int day = 10; day < 15; day++) {
            made.add(identifier(post(house, block(house.suite, "2027-03-" + day, "2027-03-" + (day + 1), ""))));
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(house.get("/block/list?startDate=2027-03-11&endDate=2027-03-14&size=2" + cursor));
            page.get("items")
                    .forEach(block -> listed.add(block.get("identifier").stringValue()));
            cursor = page.get("cursor").isNull()
                    ? null
                    : "&cursor=" + page.get("cursor").stringValue();
        }
        assertThat(listed).isEqualTo(made.subList(1, 4));
        assertProblem(house.get("/block/list?startDate=2027-03-11&endDate=2027-03-11"), 400);
        String first = json(house.get("/block/list?size=1")).get("cursor").stringValue();
        assertProblem(house.get("/booking/list?size=1&cursor=" + first), 400);
    }

    @Test
    default void a_block_needs_the_scopes_of_the_inventory() {
        House house = house();
        String body = block(house.cabin, "2027-03-10", "2027-03-12", "");
        String path = house.path("/block/") + identifier(post(house, body));
        for (Scope scope : Set.of(Scope.INVENTORY_READ, Scope.INVENTORY_WRITE, Scope.INVENTORY_REMOVE)) {
            var caller = server()
            .new Account(house.account.id, server().token(house.account.id, Set.of(scope, Scope.BOOKING_WRITE)));
            assertThat(caller.get(path).statusCode()).isEqualTo(scope == Scope.INVENTORY_READ ? 200 : 403);
            assertThat(caller.json("PUT", path, body, "If-Match", "*").statusCode())
                    .isEqualTo(scope == Scope.INVENTORY_WRITE ? 200 : 403);
            assertThat(caller.json("DELETE", path, "", "If-Match", "\"9\"").statusCode())
                    .isEqualTo(scope == Scope.INVENTORY_REMOVE ? 412 : 403);
        }
    }
}
