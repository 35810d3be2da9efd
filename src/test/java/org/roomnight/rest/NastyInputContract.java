package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.rest.RestServer.House;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route with every nasty value in every member: never a fault of the server. Routes are those that it has. */
interface NastyInputContract {

    RestServer server();

    List<String> VALUES = List.of(
            "1e-2147483648",
            "1e2147483647",
            "1e2147483648",
            "-1e99999999999",
            "0e-2147483648",
            "0e2147483647",
            "1E400",
            "-1E400",
            "-0",
            "-0.0",
            "1e-400",
            "2.0",
            "9".repeat(100),
            "9".repeat(101),
            "9".repeat(10_000),
            "0." + "9".repeat(10_000),
            "9223372036854775808",
            "[".repeat(40) + "]".repeat(40),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(70_000) + "\"",
            "{\"" + "n".repeat(60_000) + "\":1}",
            "[null]",
            "[{}]",
            "{}",
            "true",
            "null",
            "\"\"");

    private static Map<String, String> members(House house) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("name", "\"House\"");
        members.put("timeZone", "\"Europe/Lisbon\"");
        members.put("quantity", "1");
        members.put("totalAmount", "1");
        members.put("sourceVersion", "1");
        members.put("version", "1");
        members.put("state", "\"snoozed\"");
        members.put("startDate", "\"2027-06-01\"");
        members.put("endDate", "\"2027-06-02\"");
        members.put("guestRoomIdentifier", "\"%s\"".formatted(house.suite));
        members.put("createdDate", "\"2027-02-01T09:30:00Z\"");
        members.put("roomStays", "[%s]".formatted(House.stay(house.suite, "2027-06-01", "2027-06-02")));
        return members;
    }

    private static List<String> bodies(House house) {
        List<String> bodies = new ArrayList<>(VALUES);
        bodies.add("{\"a\":1,\"a\":2}");
        Map<String, String> usual = members(house);
        for (String member : usual.keySet()) {
            for (String value : VALUES) {
                bodies.add("{\"%s\":%s}".formatted(member, value));
            }
        }
        for (String value : VALUES) {
            String stay = House.stay(house.suite, "2027-06-01", "2027-06-02");
            String odd =
                    stay.substring(0, stay.length() - 1) + ",\"quantity\":%s,\"adults\":%s}".formatted(value, value);
            bodies.add("{\"totalAmount\":%s,\"roomStays\":[%s]}".formatted(value, stay));
            bodies.add("{\"roomStays\":[%s]}".formatted(odd));
        }
        return bodies;
    }

    private static String filled(String pattern, House house) {
        return pattern.replace("{id}", house.id.toString())
                .replace("{guestRoom}", house.suite.toString())
                .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
    }

    @Test
    default void no_body_and_no_parameter_is_a_fault_of_the_server() {
        House house = server().account().house();
        List<String> bodies = bodies(house);
        List<String> faults = new ArrayList<>();
        server().server()
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, _) -> {
                    for (String pattern : route.getPatternValues()) {
                        if (!pattern.startsWith("/api/") || pattern.contains("auth")) {
                            continue;
                        }
                        for (var method : route.getMethodsCondition().getMethods()) {
                            boolean writes = !method.name().equals("GET")
                                    && !method.name().equals("DELETE");
                            String path = filled(pattern, house);
                            if (writes) {
                                for (String body : bodies) {
                                    note(house, method.name(), path, body, faults);
                                }
                            } else {
                                for (String odd :
                                        List.of("1e-2147483648", "-0", "%00", "%ED%A0%80", "9".repeat(3_000), "%")) {
                                    for (String name :
                                            List.of("startDate", "endDate", "size", "cursor", "guestRoomIdentifier")) {
                                        note(house, method.name(), path + "?" + name + "=" + odd, "", faults);
                                    }
                                }
                            }
                        }
                    }
                });
        assertThat(faults).isEmpty();
    }

    private static void note(House house, String method, String path, String body, List<String> faults) {
        var uri = path.replace("=%&", "=%25&").replaceAll("=%$", "=%25");
        var answer = house.account.send(
                method,
                uri,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                method.equals("PATCH") ? "application/merge-patch+json" : "application/json",
                "If-Match",
                "*");
        if (answer.statusCode() >= 500) {
            faults.add("%s %s %s: %s".formatted(method, path, body, answer.body()));
        }
    }
}
