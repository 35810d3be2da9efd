package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.Account;
import org.roomnight.TestServer.House;

/** Plays {@code entries/field-cases}: what went wrong in the field, with the answers that are right in their comments. */
interface EntryFieldCaseContract {

    TestServer server();

    /** The house of the cases: a Flat of one unit, and a Double of two. */
    record Case(DavHouse house, UUID flat, UUID twin) {

        int available(UUID roomType, String night) {
            return house.available(roomType, night);
        }
    }

    private Case play(String file) {
        Case house = house();
        List<String> bodies = new ArrayList<>();
        Matcher expected = Pattern.compile("# expect: ([0-9]{3})").matcher(file);
        for (String request : requests(file)) {
            assertThat(expected.find()).isTrue();
            HttpResponse<byte[]> answer = send(house, request);
            assertThat(answer.statusCode()).as(request + text(answer)).isEqualTo(Integer.parseInt(expected.group(1)));
            bodies.add(text(answer));
        }
        if (file.contains("\"units\":[\"1\"]")) {
            assertThat(bodies.getLast()).contains("\"units\":[\"1\"]");
        }
        return house;
    }

    private Case house() {
        Account account = server().account();
        UUID id = UUID.randomUUID();
        UUID flat = UUID.randomUUID();
        UUID twin = UUID.randomUUID();
        String extranet = "/api/managing-entity/%s/extranet".formatted(id);
        account.done("PUT", extranet + "/property", "{\"name\":\"House\",\"timeZone\":\"Europe/Madrid\"}");
        account.done("PUT", extranet + "/guest-room/" + flat, "{\"name\":\"Flat\",\"quantity\":1}");
        account.done("PUT", extranet + "/guest-room/" + twin, "{\"name\":\"Double\",\"quantity\":2}");
        var connection = account.done("POST", extranet + "/caldav/auth/regen", "");
        String hotel = connection.get("hotelIdentifier").stringValue();
        String passkey = connection.get("passkey").stringValue();
        return new Case(new DavHouse(new House(account, id, hotel, passkey, flat, twin)), flat, twin);
    }

    /** Requests stand one after another; comments and the expected status come before each. */
    private static List<String> requests(String file) {
        List<String> requests = new ArrayList<>();
        for (String part : file.split("(?m)^###.*\n|(?m)^# expect.*\n")) {
            String request = part.replaceAll("(?m)^#.*\n", "").strip();
            if (!request.isEmpty()) {
                requests.add(request);
            }
        }
        return requests;
    }

    private static HttpResponse<byte[]> send(Case house, String request) {
        House at = house.house().house();
        String[] headAndBody = request.split("\n\n", 2);
        String[] line = headAndBody[0]
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("{api}", at.path(""))
                .replace("{flat}", house.house().path("flat", ""))
                .replace("{double}", house.house().path("double", ""))
                .replace("{DOUBLE}", house.twin().toString())
                .split(" ");
        String body = headAndBody.length < 2
                ? ""
                : headAndBody[1].replace("{DOUBLE}", house.twin().toString());
        return line[1].startsWith("/api/")
                ? at.account().send(line[0], line[1], body)
                : line[0].equals("PUT")
                        ? house.house().put(line[1], body.replace("\n", "\r\n"))
                        : house.house().send(line[0], line[1], "");
    }

    private static String file(String name) {
        try (InputStream stream =
                EntryFieldCaseContract.class.getResourceAsStream("/entries/field-cases/" + name + ".http")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    default void an_address_names_no_unit() {
        Case house = play(file("FC-01-location-is-a-street-address"));
        assertThat(house.available(house.twin(), "2029-09-01")).isZero();
        assertThat(house.available(house.twin(), "2029-09-02")).isZero();
    }

    @Test
    default void an_occurrence_may_be_in_another_unit() {
        Case house = play(file("FC-03-occurrence-moved-to-another-unit"));
        assertThat(house.available(house.twin(), "2029-06-01")).isOne();
    }

    @Test
    default void zones_have_any_name() {
        for (String name : List.of("FC-10-customized-time-zone", "FC-11-zone-with-an-offset-for-a-name")) {
            Case house = play(file(name));
            assertThat(house.available(house.flat(), "2027-03-31")).as(name).isOne();
            assertThat(house.available(house.flat(), "2027-04-01")).as(name).isZero();
            assertThat(house.available(house.flat(), "2027-04-02")).as(name).isOne();
        }
    }

    @Test
    default void a_day_may_be_excluded_from_what_has_a_time() {
        Case house = play(file("FC-15-excluded-day-of-a-timed-series"));
        for (String night : List.of("2027-04-01", "2027-04-15")) {
            assertThat(house.available(house.flat(), night)).as(night).isZero();
        }
        assertThat(house.available(house.flat(), "2027-04-08")).isOne();
    }
}
