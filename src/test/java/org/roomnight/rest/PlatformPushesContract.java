package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.rest.RestServer.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.rest.PushModel.Room;
import org.roomnight.rest.PushModel.Said;
import org.roomnight.rest.RestServer.House;
import tools.jackson.databind.JsonNode;

/**
 * The documented booking pushed unchanged, repeated, changed, cancelled and again, in any order, with rooms that come,
 * go and are renamed in between: the nights follow, as {@link PushModel} has them.
 */
interface PlatformPushesContract {

    LocalDate FIRST = LocalDate.of(2027, 3, 1);

    int NIGHTS = 8;

    RestServer server();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    default void nights_follow_what_was_pushed_last(long seed) {
        Pushes pushes = new Pushes(server().account().house(), new Random(seed));
        for (int step = 0; step < 70; step++) {
            String done = pushes.step();
            pushes.check("seed %d, step %d: %s".formatted(seed, step, done));
        }
    }

    /** One house, its model and what happens to both. */
    final class Pushes {
        private static final List<String> NAMES = List.of("Loft", "LOFT", "Barn", "barn", "Tree house", "Mill");
        private static final List<String> RATES = List.of("r1", "r2", "r3", "r4");

        private final House house;
        private final Random random;
        private final PushModel model = new PushModel();

        Pushes(House house, Random random) {
            this.house = house;
            this.random = random;
            house.json("DELETE", "/guest-room/" + house.cabin, "", "If-Match", "*");
            house.json("DELETE", "/guest-room/" + house.suite, "", "If-Match", "*");
        }

        String step() {
            List<UUID> known = List.copyOf(model.bookings.keySet());
            List<Room> rooms = List.copyOf(model.rooms.values());
            int what = random.nextInt(10);
            if (known.isEmpty() || what < 2) {
                return push(UUID.randomUUID(), stays());
            }
            if (rooms.isEmpty() || what < 4) {
                return add();
            }
            UUID id = any(known);
            return switch (what) {
                case 4 -> push(id, stays());
                case 5 -> repeat(id);
                case 6 -> cancel(id);
                case 7 -> rename(any(rooms));
                case 8 -> bind(any(rooms));
                default -> remove(any(rooms));
            };
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private List<Said> stays() {
            List<Said> stays = new ArrayList<>();
            for (int i = random.nextInt(2); i >= 0; i--) {
                LocalDate from = FIRST.plusDays(random.nextInt(NIGHTS - 3));
                stays.add(new Said(
                        any(NAMES), any(RATES), from, from.plusDays(1 + random.nextInt(3)), 1 + random.nextInt(2)));
            }
            return stays;
        }

        private HttpResponse<String> send(UUID id, List<Said> stays) {
            String said = stays.stream()
                    .map(stay -> """
                        {"guestRoomName":"%s","roomRateIdentifier":"%s","startDate":"%s","endDate":"%s","quantity":%d}
                        """.formatted(stay.name(), stay.rate(), stay.from(), stay.to(), stay.quantity()))
                    .collect(Collectors.joining(","));
            String body = PlatformBookingContract.documented(id, "\"cancelled\":false,", "\"guestRoomName\":\"\"")
                    .replaceFirst("(?s)\"roomStays\":\\[.*\\]", "\"roomStays\":[" + said + "]");
            var answer = house.json("PUT", "/booking/" + id, body);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            return answer;
        }

        private String push(UUID id, List<Said> stays) {
            model.push(id, stays);
            send(id, stays);
            return "push %s %s".formatted(id, stays);
        }

        private String repeat(UUID id) {
            List<Said> stays = model.booking(id).pushed;
            push(id, stays);
            assertThat(send(id, stays).body())
                    .as("said twice")
                    .isEqualTo(send(id, stays).body());
            return "repeat " + id;
        }

        private String cancel(UUID id) {
            model.cancel(id);
            var answer = random.nextBoolean()
                    ? house.json("PATCH", "/booking/%s/cancel".formatted(id), "{\"reason\":\"ill\"}")
                    : house.json("PUT", "/booking/" + id, "{\"cancelled\":true}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return "cancel " + id;
        }

        private String add() {
            Room room = new Room(any(NAMES), 1 + random.nextInt(2));
            model.rooms.put(room.id, room);
            put(room);
            return "add " + room.name;
        }

        private void put(Room room) {
            String body = "{\"name\":\"%s\",\"quantity\":%d,\"roomRateIdentifiers\":[%s]}"
                    .formatted(room.name, room.quantity, room.rate == null ? "" : "\"" + room.rate + "\"");
            var answer = house.json("PUT", "/guest-room/" + room.id, body, "If-Match", "*");
            if (answer.statusCode() == 412) {
                answer = house.json("PUT", "/guest-room/" + room.id, body);
            }
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            model.roomsChanged();
        }

        private String rename(Room room) {
            room.rename(any(NAMES));
            put(room);
            return "rename to " + room.name;
        }

        private String bind(Room room) {
            String rate = any(RATES);
            if (model.rooms.values().stream().noneMatch(other -> rate.equals(other.rate))) {
                room.rate = rate;
                put(room);
            }
            return "bind " + room.name + " to " + rate;
        }

        /** Only one that nothing is claimed in can be removed. */
        private String remove(Room room) {
            int status = house.json("DELETE", "/guest-room/" + room.id, "", "If-Match", "*")
                    .statusCode();
            boolean used = false;
            for (int night = 0; night < NIGHTS; night++) {
                used |= model.booked(room.id, FIRST.plusDays(night)) > 0;
            }
            assertThat(status).isEqualTo(used ? 409 : 204);
            if (!used) {
                model.rooms.remove(room.id);
                model.roomsChanged();
            }
            return "remove " + room.name;
        }

        void check(String when) {
            JsonNode counts = json(house.get(
                            "/availability?startDate=%s&endDate=%s".formatted(FIRST, FIRST.plusDays(NIGHTS))))
                    .get("guestRooms");
            assertThat(counts).as(when).hasSize(model.rooms.size());
            for (JsonNode room : counts) {
                UUID id = UUID.fromString(room.get("guestRoomIdentifier").stringValue());
                for (int night = 0; night < NIGHTS; night++) {
                    int free = model.room(id).quantity - model.booked(id, FIRST.plusDays(night));
                    assertThat(room.at("/nights/%d/available".formatted(night)).intValue())
                            .as("%s: %s, night %d", when, model.room(id).name, night)
                            .isEqualTo(Math.max(0, free));
                }
            }
            model.bookings.forEach((id, booking) -> {
                List<@Nullable UUID> rooms = new ArrayList<>();
                for (JsonNode stay : json(house.get("/booking/" + id)).get("roomStays")) {
                    JsonNode room = stay.get("guestRoomIdentifier");
                    rooms.add(room.isNull() ? null : UUID.fromString(room.stringValue()));
                }
                List<@Nullable UUID> wanted = new ArrayList<>();
                booking.stays.forEach(stay -> wanted.add(stay.room()));
                assertThat(rooms).as("%s: rooms of %s", when, id).isEqualTo(wanted);
            });
            String feed = house.account
                    .get("/api/cal/property/%s/booking/list".formatted(house.id))
                    .body();
            assertThat(feed.split("BEGIN:VEVENT").length - 1).as(when).isEqualTo(model.events());
        }
    }
}
