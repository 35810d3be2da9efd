package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestAssertions.assertProblem;
import static org.roomnight.rest.RestAssertions.pointers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;

/** What is read as a JSON body, and what is not. */
interface JsonContract {

    RestServer server();

    private House house() {
        return server().account().house();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refuses(House house, int status, byte[] body) {
        var answer = house.account.send("POST", house.path("/booking"), body, "Content-Type", "application/json");
        assertProblem(answer, status);
    }

    @Test
    default void R_01_a_body_that_is_no_json_is_a_bad_request() {
        House house = house();
        for (String body : List.of("nights please", "{", "<xml/>", "{\"a\" 1}", "\u0000")) {
            refuses(house, 400, utf8(body));
        }
        refuses(house, 422, utf8("[]"));
        refuses(house, 422, utf8("null"));
    }

    @Test
    default void R_02_an_empty_body_is_a_bad_request() {
        House house = house();
        refuses(house, 400, new byte[0]);
        refuses(house, 400, utf8("  "));
        assertProblem(house.account.send("POST", house.path("/booking"), new byte[0]), 400);
    }

    @Test
    default void R_03_two_json_values_are_a_bad_request() {
        refuses(house(), 400, utf8("{}{}"));
    }

    @Test
    default void R_05_what_only_looks_like_json_is_a_bad_request() {
        House house = house();
        for (String body : List.of(
                "{\"firstName\":\"a\",}",
                "{\"totalAmount\":NaN}",
                "{'firstName':'a'}",
                "{\"firstName\":\"a\"/* */}",
                "{\"firstName\":\"a\",\"firstName\":\"b\"}",
                "{\"firstName\":\"a\nb\"}")) {
            refuses(house, 400, utf8(body));
        }
        refuses(house, 400, utf8("{\"x\":".repeat(40) + "1" + "}".repeat(40)));
    }

    @Test
    default void R_06_what_is_not_utf_8_is_a_bad_request() {
        House house = house();
        refuses(house, 400, "{\"firstName\":\"a\"}".getBytes(StandardCharsets.UTF_16));
        refuses(house, 400, "{\"firstName\":\"a\"}".getBytes(StandardCharsets.UTF_16BE));
        refuses(house, 400, utf8("{\"firstName\":\"\\ud800\"}"));
        refuses(house, 400, utf8("{\"firstName\":\"\\udc00\\ud800\"}"));
        refuses(house, 400, "{\"firstName\":\"\u00C0\u00AF\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(pointers(house.sell("{\"firstName\":\"\\ud83d\\ude00 \\\\ud800\"}")))
                .doesNotContain("/firstName");
    }

    @Test
    default void R_07_a_byte_order_mark_is_dropped() {
        House house = house();
        String body = "{\"roomStays\":[%s]}".formatted(House.stay(house.cabin, "2027-03-10", "2027-03-12"));
        assertThat(house.sell("\uFEFF" + body).statusCode()).isEqualTo(201);
    }

    @Test
    default void R_09_huge_numbers_are_refused_without_blowing_up() {
        House house = house();
        assertThat(pointers(house.sell("{\"totalAmount\":1e400}"))).contains("/totalAmount");
        assertThat(pointers(house.sell("{\"totalAmount\":1e-400}"))).contains("/totalAmount");
        assertThat(pointers(house.sell("{\"totalAmount\":1e999999999}"))).contains("/totalAmount");
        assertThat(pointers(house.sell("{\"sourceVersion\":99999999999999999999}")))
                .contains("/sourceVersion");
        refuses(house, 400, utf8("{\"totalAmount\":" + "9".repeat(10_000) + "}"));
    }

    @Test
    default void R_10_nothing_is_converted() {
        House house = house();
        var answer = house.sell(
                "{\"cancelled\":1,\"firstName\":7,\"totalAmount\":\"3\",\"roomStays\":[{\"adults\":\"3\",\"quantity\":1.5}]}");
        assertThat(pointers(answer))
                .contains("/cancelled", "/firstName", "/totalAmount", "/roomStays/0/adults", "/roomStays/0/quantity");
    }

    @Test
    default void R_11_unknown_members_are_refused_by_a_sale_and_ignored_by_a_recording() {
        House house = house();
        String stay = House.stay(house.cabin, "2027-03-10", "2027-03-12").replace("{", "{\"view\":\"sea\",");
        String body = "{\"loyalty\":{\"a/b\":1},\"roomStays\":[%s]}".formatted(stay);
        assertThat(pointers(house.sell(body))).containsExactlyInAnyOrder("/loyalty", "/roomStays/0/view");
        assertThat(house.json("PUT", "/booking/" + java.util.UUID.randomUUID(), body)
                        .statusCode())
                .isEqualTo(201);
        assertThat(pointers(house.json("PUT", "/property", "{\"name\":\"a\",\"timeZone\":\"UTC\",\"a/b~\":1}")))
                .containsExactly("/a~1b~0");
    }

    @Test
    default void a_body_above_the_limit_is_too_large_however_it_is_sent() {
        House house = house();
        byte[] large = utf8("{\"firstName\":\"" + "x".repeat(RequestOctets.MAX_OCTETS) + "\"}");
        refuses(house, 413, large);
        refuses(house, 413, utf8(" ".repeat(RequestOctets.MAX_OCTETS + 1)));
        refuses(house, 400, utf8(" ".repeat(RequestOctets.MAX_OCTETS)));
        var zipped = house.account.send(
                "POST",
                house.path("/booking"),
                gzip(large),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip");
        assertProblem(zipped, 413);
        assertProblem(
                house.account.send("DELETE", house.path("/caldav/auth"), large, "Content-Type", "application/json"),
                413);
    }

    @Test
    default void H_16_gzip_is_read_and_other_encodings_are_not() {
        House house = house();
        byte[] body = utf8("{\"roomStays\":[%s]}".formatted(House.stay(house.cabin, "2027-03-10", "2027-03-12")));
        String path = house.path("/booking");
        for (String coding : List.of("br", "gzip, gzip")) {
            var answer = house.account.send(
                    "POST", path, body, "Content-Type", "application/json", "Content-Encoding", coding);
            assertProblem(answer, 415);
            assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
        }
        assertProblem(
                house.account.send("POST", path, body, "Content-Type", "application/json", "Content-Encoding", "gzip"),
                400);
        assertThat(house.account
                        .send("POST", path, gzip(body), "Content-Type", "application/json", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(201);
    }

    private static byte[] gzip(byte[] octets) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(octets);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return zipped.toByteArray();
    }

    @Test
    default void another_media_type_is_unsupported() {
        House house = house();
        var answer = house.account.send("POST", house.path("/booking"), utf8("{}"), "Content-Type", "text/plain");
        assertProblem(answer, 415);
        assertThat(answer.headers().firstValue("Accept")).contains("application/json");
        assertProblem(
                house.account.send("POST", house.path("/caldav/auth/regen"), utf8("<a/>"), "Content-Type", "text/xml"),
                415);
    }
}
