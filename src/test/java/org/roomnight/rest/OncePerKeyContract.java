package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;
import org.roomnight.storage.Database;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every POST is done once for each Idempotency-Key. */
interface OncePerKeyContract {

    RestServer server();

    private static String block(House house, String day) {
        return House.stay(house.suite, "2027-06-" + day, "2027-07-01");
    }

    private static int blocks(House house) {
        return json(house.get("/block/list")).findValues("startDate").size();
    }

    @Test
    default void every_post_of_the_api_takes_a_key() {
        server().server()
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, method) -> {
                    boolean posts = route.getMethodsCondition().getMethods().contains(RequestMethod.POST);
                    boolean ofApi = route.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"));
                    if (posts && ofApi) {
                        assertThat(Arrays.stream(method.getMethodParameters())
                                        .anyMatch(one -> one.getParameterType() == IdempotentWork.class))
                                .as(route.toString())
                                .isTrue();
                    }
                });
    }

    @Test
    default void a_block_is_made_once_and_its_answer_repeated() {
        House house = server().account().house();
        var first = house.json("POST", "/block", block(house, "01"), "Idempotency-Key", "k");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        var again = house.json("POST", "/block", block(house, "01"), "Idempotency-Key", "k");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(blocks(house)).isOne();
        assertProblem(house.json("POST", "/block", block(house, "02"), "Idempotency-Key", "k"), 422);
        assertThat(house.json("POST", "/block", block(house, "02"), "Idempotency-Key", "other")
                        .statusCode())
                .isEqualTo(201);
        assertThat(blocks(house)).isEqualTo(2);
    }

    @Test
    default void what_was_refused_may_be_tried_again_with_its_key() {
        House house = server().account().house();
        house.sellCabin("2027-06-01", "2027-07-01");
        String block = House.stay(house.cabin, "2027-06-01", "2027-07-01");
        assertProblem(house.json("POST", "/block", block, "Idempotency-Key", "k"), 409);
        assertProblem(house.json("POST", "/block", block, "Idempotency-Key", "k"), 409);
        assertProblem(house.json("POST", "/block", "{}", "Idempotency-Key", "l"), 422);
        assertThat(house.json("POST", "/block", block(house, "01"), "Idempotency-Key", "k")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    default void many_requests_with_one_key_at_once_make_one_block() throws Exception {
        House house = server().account().house();
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                sent.add(
                        threads.submit(() -> house.json("POST", "/block", block(house, "01"), "Idempotency-Key", "k")));
            }
        }
        assertThat(sent.stream().map(one -> one.resultNow().body()).distinct()).hasSize(1);
        assertThat(blocks(house)).isOne();
    }

    @Test
    default void a_passkey_is_made_once_shown_again_and_kept_nowhere_in_clear() {
        House house = server().account().house();
        var first = house.json("POST", "/caldav/auth/regen", "", "Idempotency-Key", "k");
        var again = house.json("POST", "/caldav/auth/regen", "", "Idempotency-Key", "k");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        String old = "/api/property/%s/caldav/auth/regen".formatted(house.id);
        assertThat(house.account.json("POST", old, "", "Idempotency-Key", "k").body())
                .isEqualTo(first.body());
        assertThat(house.json("POST", "/caldav/auth/regen", "", "Idempotency-Key", "l")
                        .body())
                .isNotEqualTo(first.body());
        Database database = server().server().bean(Database.class);
        UUID property = UUID.fromString(json(first).get("hotelIdentifier").stringValue());
        List<byte[]> kept = database.transactions()
                .read(() -> database.jdbc()
                        .sql("SELECT body FROM idempotency_key WHERE property = :property")
                        .param("property", property)
                        .query((row, _) -> row.getBytes("body"))
                        .list());
        assertThat(kept).hasSize(2).allSatisfy(body -> assertThat(body).isEmpty());
    }

    @Test
    default void the_key_of_another_account_or_property_is_another_key() {
        House one = server().account().house();
        House other = server().account().house();
        House sibling = one.account.house();
        for (House house : List.of(one, other, sibling)) {
            var made = house.json("POST", "/block", block(house, "01"), "Idempotency-Key", "k");
            assertThat(made.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(blocks(house)).isOne();
        }
    }
}
