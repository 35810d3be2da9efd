package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.TestServer.text;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer.Account;
import org.roomnight.TestServer.House;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two accounts never see each other: every route with the other's identifiers answers like one with identifiers that
 * nobody has (rule 6). Routes are those that the server has, so a new one is asked too.
 */
interface StrangersContract {

    TestServer server();

    /** A route of the API, with the names of its variables. */
    record Route(String method, String pattern) {

        String filled(Names names) {
            return pattern.replace("{id}", names.entity())
                            .replace("{guestRoom}", names.room())
                            .replace("{booking}", names.booking())
                            .replace("{block}", names.block())
                            .replace("{doubleBooking}", names.clash())
                            .replace("{position}", "0")
                    + (pattern.endsWith("/availability") ? "?startDate=2027-03-01&endDate=2027-04-01" : "");
        }

        String body(Names names) {
            String stay = stay(names.room());
            return switch (method + " " + pattern.replaceFirst(".*/extranet", "")) {
                case "PUT /property" -> "{\"name\":\"House\",\"timeZone\":\"Europe/Lisbon\"}";
                case "PATCH /property" -> "{\"name\":\"House\"}";
                case "PUT /guest-room/{guestRoom}" -> "{\"name\":\"Room\",\"quantity\":1}";
                case "POST /booking", "PUT /booking/{booking}" -> "{\"roomStays\":[%s]}".formatted(stay);
                case "POST /block", "PUT /block/{block}" -> stay;
                case "PATCH /booking/{booking}/room-stay/{position}" ->
                    "{\"guestRoomIdentifier\":\"%s\"}".formatted(names.room());
                case "PATCH /double-booking/{doubleBooking}" -> "{\"state\":\"snoozed\"}";
                default -> "";
            };
        }

        static String stay(String room) {
            return "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"2027-05-10\",\"endDate\":\"2027-05-12\"}"
                    .formatted(room);
        }

        boolean namesMoreThanTheEntity() {
            return pattern.indexOf('{') < pattern.lastIndexOf('{')
                    || method.equals("POST") && (pattern.endsWith("/booking") || pattern.endsWith("/block"));
        }

        /** Creating ones last: an identifier that a stranger took for something of its own is not unknown any more. */
        int turn() {
            return method.equals("PUT") ? (pattern.endsWith("/property") ? 2 : 1) : 0;
        }
    }

    /** What stands in the variables of a route. */
    record Names(String entity, String room, String booking, String block, String clash) {

        static Names unknown() {
            return new Names(any(), any(), any(), any(), any());
        }

        Names at(String entity) {
            return new Names(entity, room, booking, block, clash);
        }

        private static String any() {
            return UUID.randomUUID().toString();
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        var mapping = server().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, _) -> {
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/")) {
                        routes.add(new Route(method.name(), pattern));
                    }
                }
            }
        });
        routes.add(new Route("GET", "/api/cal/property/{id}/booking/list"));
        routes.add(new Route("HEAD", "/api/cal/property/{id}/booking/list"));
        routes.sort(
                Comparator.comparing(Route::turn).thenComparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    @Test
    default void the_routes_that_are_compared_are_those_of_the_server() {
        String extranet = "/api/managing-entity/{id}/extranet";
        assertThat(routes())
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .contains(
                        new Route("GET", extranet + "/caldav/auth"),
                        new Route("POST", extranet + "/caldav/auth/regen"),
                        new Route("GET", "/api/property/{id}/caldav/auth/regen"),
                        new Route("PUT", extranet + "/property"),
                        new Route("DELETE", extranet + "/guest-room/{guestRoom}"),
                        new Route("POST", extranet + "/booking"),
                        new Route("PATCH", extranet + "/booking/{booking}/cancel"),
                        new Route("PATCH", extranet + "/booking/{booking}/room-stay/{position}"),
                        new Route("POST", extranet + "/block"),
                        new Route("DELETE", extranet + "/block/{block}"),
                        new Route("GET", extranet + "/availability"),
                        new Route("PATCH", extranet + "/double-booking/{doubleBooking}"),
                        new Route("GET", "/api/managing-entity/list"))
                .allSatisfy(route -> assertThat(route.filled(Names.unknown()))
                        .as("a variable that this test does not know")
                        .doesNotContain("{"));
    }

    @Test
    default void identifiers_of_another_account_are_answered_like_unknown_ones() {
        House foreign = server().account().house();
        UUID booking = foreign.record(foreign.cabin(), "2027-03-10", "2027-03-14");
        foreign.record(foreign.cabin(), "2027-03-12", "2027-03-16");
        String clash = foreign.account()
                .done("GET", foreign.path("/double-booking/list"), "")
                .at("/items/0/identifier")
                .stringValue();
        String block = foreign.account()
                .done("POST", foreign.path("/block"), Route.stay(foreign.cabin().toString()))
                .get("identifier")
                .stringValue();
        Names theirs = new Names(foreign.id().toString(), foreign.cabin().toString(), booking.toString(), block, clash);
        String before = everything(foreign);
        Account stranger = server().account();
        House own = stranger.house();
        for (Route route : routes()) {
            compare(stranger, route, theirs);
            compare(stranger, route, theirs.at(foreign.hotel()));
            if (route.namesMoreThanTheEntity()) {
                compare(stranger, route, theirs.at(own.id().toString()));
            }
        }
        assertThat(everything(foreign)).isEqualTo(before);
    }

    private void compare(Account stranger, Route route, Names theirs) {
        Names unknown = isOwn(stranger, theirs) ? Names.unknown().at(theirs.entity()) : Names.unknown();
        var asked = ask(stranger, route, theirs);
        var compared = ask(stranger, route, unknown);
        String as = route + " " + theirs;
        assertThat(asked.statusCode()).as(as).isEqualTo(compared.statusCode()).isLessThan(500);
        assertThat(headers(asked)).as(as).isEqualTo(headers(compared));
        assertThat(plain(text(asked))).as(as).isEqualTo(plain(text(compared)));
        assertThat(asked.body().length).as(as).isEqualTo(compared.body().length);
    }

    private static boolean isOwn(Account stranger, Names names) {
        String path = "/api/managing-entity/%s/extranet/property".formatted(names.entity());
        return stranger.send("GET", path, "").statusCode() == 200;
    }

    private HttpResponse<byte[]> ask(Account stranger, Route route, Names names) {
        if (route.method().equals("HEAD")) {
            return server().send(server().request(route.filled(names), "Authorization", "Bearer " + stranger.token())
                    .method("HEAD", BodyPublishers.noBody()));
        }
        boolean changes = route.method().equals("PATCH") || route.method().equals("DELETE");
        String[] condition = changes ? new String[] {"If-Match", "*"} : new String[0];
        return stranger.send(route.method(), route.filled(names), route.body(names), condition);
    }

    /** Without identifiers: those of the instance, of what a PUT creates, and of what was asked for. */
    private static String plain(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid")
                .replaceAll("pkey_[a-z0-9]{32}", "passkey");
    }

    private static Map<String, String> headers(HttpResponse<byte[]> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, plain(values.toString())));
        headers.remove("date");
        return headers;
    }

    private static String everything(House house) {
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "/property",
                "/guest-room/list",
                "/booking/list",
                "/block/list",
                "/double-booking/list",
                "/caldav/auth")) {
            all.append(text(house.account().send("GET", house.path(path), ""))).append('\n');
        }
        return all.append(text(house.feed())).toString();
    }

    @Test
    default void lists_have_nothing_of_another_account() {
        House foreign = server().account().house();
        Account stranger = server().account();
        House own = stranger.house();
        String list = text(stranger.send("GET", "/api/managing-entity/list", ""));
        assertThat(list)
                .contains(own.id().toString())
                .doesNotContain(foreign.id().toString());
        for (String room : List.of(foreign.cabin().toString(), UUID.randomUUID().toString())) {
            var answer = stranger.send(
                    "GET",
                    own.path("/availability?startDate=2027-03-01&endDate=2027-03-02&guestRoomIdentifier=" + room),
                    "");
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }
}
