package org.roomnight.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;
import org.roomnight.calendar.CalendarContract.SyncClient;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.Revision;

/** Stays whose room is not known, in the calendar of all bookings. */
interface WaitingStayContract {

    TestServer server();

    private static Inside inside(House house) {
        TestServer server = house.account().server();
        var property = server.bean(Properties.class)
                .find(house.account().id(), new ManagingEntityId(house.id()))
                .orElseThrow();
        List<RoomType> types = server.bean(RoomTypes.class).list(property.id());
        return new Inside(
                server, property.id(), types.getFirst().id(), types.getLast().id());
    }

    private static void push(House house, UUID id, String guest, int quantity) {
        var answer = house.account().send("PUT", house.path("/booking/" + id), """
            {"firstName":"%s","roomStays":[{"guestRoomName":"Tree house","startDate":"2027-03-10",
             "endDate":"2027-03-12","quantity":%d}]}\
            """.formatted(guest, quantity));
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isIn(200, 201);
    }

    private static String text(Inside inside) {
        StringBuilder text = new StringBuilder();
        inside.listing(Collection.BOOKINGS).keySet().stream()
                .map(name -> inside.objects()
                        .find(inside.property(), Collection.BOOKINGS, name)
                        .orElseThrow())
                .forEach(object -> text.append(new String(object.octets(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Test
    default void no_name_in_one_turns_its_neighbours_round_or_begins_a_line_of_its_own() {
        House house = server().account().house();
        Inside inside = inside(house);
        push(house, UUID.randomUUID(), "Rob\u202Ein\u2028محمد", 1);
        assertThat(text(inside).replace("\r\n ", ""))
                .contains(
                        "SUMMARY:Room not known: \u2068Robin محمد\u2069 · Tree house",
                        "Guest: \u2068Robin محمد\u2069\\n")
                .doesNotContain("\u202E", "\u2028");
    }

    @Test
    default void a_client_that_replays_the_log_sees_them_come_change_and_get_their_rooms() {
        House house = server().account().house();
        Inside inside = inside(house);
        SyncClient client = new SyncClient();
        UUID id = UUID.randomUUID();
        push(house, id, "Robin", 2);
        assertThat(inside.listing(Collection.BOOKINGS)).hasSize(2);
        assertThat(text(inside))
                .contains("SUMMARY:Room not known: Robin · Tree house")
                .contains("The room of this stay is not known here: Tree house.");
        client.sync(inside, Collection.BOOKINGS, 1_000);
        assertThat(client.known()).isEqualTo(inside.listing(Collection.BOOKINGS));

        Revision before = inside.revision();
        push(house, id, "Robin", 2);
        assertThat(inside.revision()).as("said again").isEqualTo(before);
        push(house, id, "Kim", 1);
        assertThat(inside.changes(Collection.BOOKINGS, before).stream().map(Change::removed))
                .containsExactlyInAnyOrder(true, false);
        client.sync(inside, Collection.BOOKINGS, 1_000);
        assertThat(client.known())
                .isEqualTo(inside.listing(Collection.BOOKINGS))
                .hasSize(1);

        house.account().done("PUT", house.path("/guest-room/" + UUID.randomUUID()), """
            {"name":"Tree house","quantity":1}\
            """);
        client.sync(inside, Collection.BOOKINGS, 1_000);
        assertThat(client.known())
                .isEqualTo(inside.listing(Collection.BOOKINGS))
                .hasSize(1);
        assertThat(text(inside)).contains("SUMMARY:Kim · Tree house").doesNotContain("Room not known");
    }
}
