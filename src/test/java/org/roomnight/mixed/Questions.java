package org.roomnight.mixed;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roomnight.TestServer;
import tools.jackson.databind.JsonNode;

/** Asks the JSON doors, which always ask the database, and judges all answers against the truth. */
final class Questions {

    static final String BLOCK_LIST = "/block/list?startDate=2027-01-01&endDate=2028-01-01&size=200";
    private static final String BOOKING_LIST = "/booking/list?size=200";
    private static final String AVAILABILITY =
            "/availability?startDate=%s&endDate=%s".formatted(State.FIRST, State.END);

    private final House house;
    private final Random random;
    private int compared;
    private int unavailable;
    private int older;

    Questions(House house, Random random) {
        this.house = house;
        this.random = random;
    }

    String counts() {
        return "answers compared %d, of another node's past second %d, without the database 503 %d"
                .formatted(compared, older, unavailable);
    }

    int unavailable() {
        return unavailable;
    }

    int compared() {
        return compared;
    }

    /** Fails unless one of these states looks so. */
    void judge(Node node, String what, List<String> shown, List<State> allowed, Function<State, List<String>> view) {
        compared++;
        if (view.apply(allowed.getLast()).equals(shown)) {
            return;
        }
        older++;
        if (allowed.stream().noneMatch(state -> view.apply(state).equals(shown))) {
            throw new AssertionError("%s at %s shows%n%s%nand not what was acknowledged:%n%s%n(%d states allowed)"
                    .formatted(
                            what,
                            node,
                            difference(shown, view.apply(allowed.getLast())),
                            difference(view.apply(allowed.getLast()), shown),
                            allowed.size()));
        }
    }

    private static String difference(List<String> some, List<String> others) {
        List<String> rest = new ArrayList<>(some);
        others.forEach(rest::remove);
        return String.join("\n", rest);
    }

    /** Whether the answer is one that may be given while the database is away; fails for any other that is no success. */
    boolean isUnavailable(Node node, String what, HttpResponse<byte[]> answer, int expected) {
        house.note("%s at %s: %d".formatted(what, node, answer.statusCode()));
        if (answer.statusCode() == 503 && node.mayBeCutOff()) {
            unavailable++;
            return true;
        }
        if (answer.statusCode() != expected) {
            throw new AssertionError(
                    "%s at %s was answered %d: %s".formatted(what, node, answer.statusCode(), TestServer.text(answer)));
        }
        return false;
    }

    void any(Node node) {
        switch (random.nextInt(3)) {
            case 0 -> ask(node, BOOKING_LIST, State::bookingList, Questions::bookings);
            case 1 -> ask(node, BLOCK_LIST, State::blockList, Questions::blocks);
            default -> ask(node, AVAILABILITY, State::availability, Questions::nights);
        }
    }

    private void ask(
            Node node, String path, Function<State, List<String>> view, Function<JsonNode, Stream<String>> read) {
        HttpResponse<byte[]> answer = node.rest("GET", house.path(path), "");
        if (!isUnavailable(node, path, answer, 200)) {
            List<String> shown = read.apply(TestServer.json(answer)).sorted().toList();
            judge(node, path, shown, house.history().newest(), view);
        }
    }

    private static Stream<String> bookings(JsonNode page) {
        return page.get("items").valueStream().map(booking -> {
            JsonNode stay = booking.at("/roomStays/0");
            return "%s %s %s %s %s"
                    .formatted(
                            text(booking, "bookingCode"),
                            text(stay, "guestRoomIdentifier"),
                            text(stay, "startDate"),
                            text(stay, "endDate"),
                            booking.get("cancelled").booleanValue() ? "cancelled" : "confirmed");
        });
    }

    private static Stream<String> blocks(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(block -> "%s %s %s %s %d"
                        .formatted(
                                text(block, "note"),
                                text(block, "guestRoomIdentifier"),
                                text(block, "startDate"),
                                text(block, "endDate"),
                                block.has("stays") && !block.get("stays").isNull()
                                        ? block.get("stays").size()
                                        : 1));
    }

    private static Stream<String> nights(JsonNode answer) {
        return answer.get("guestRooms")
                .valueStream()
                .flatMap(room -> room.get("nights")
                        .valueStream()
                        .map(night -> "%s %s %s %s %s %s"
                                .formatted(
                                        text(room, "guestRoomIdentifier"),
                                        text(night, "date"),
                                        night.get("quantity"),
                                        night.get("booked"),
                                        night.get("blocked"),
                                        night.get("available"))));
    }

    private static String text(JsonNode object, String member) {
        return object.get(member).stringValue();
    }

    /** All that the JSON doors show at once, or nothing while the node cannot say. */
    List<String> whole(Node node) {
        List<String> lines = new ArrayList<>();
        for (String path : List.of("/property", "/guest-room/list", BOOKING_LIST, BLOCK_LIST, AVAILABILITY)) {
            HttpResponse<byte[]> answer = node.rest("GET", house.path(path), "");
            if (isUnavailable(node, "all of it", answer, 200)) {
                return List.of();
            }
            JsonNode json = TestServer.json(answer);
            Stream<String> some = switch (path) {
                case "/property" -> Stream.of("name " + text(json, "name"));
                case "/guest-room/list" -> json.get("items").valueStream().map(room -> "room " + text(room, "name"));
                case BOOKING_LIST -> bookings(json);
                case BLOCK_LIST -> blocks(json);
                default -> nights(json);
            };
            some.forEach(lines::add);
        }
        return lines.stream().sorted().toList();
    }
}
