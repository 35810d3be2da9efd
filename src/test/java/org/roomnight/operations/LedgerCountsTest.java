package org.roomnight.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.TestServer.House;

/** What the metrics say of the ledger's decisions. Counts are the whole server's, so only differences mean anything. */
class LedgerCountsTest {

    private static final String DECISIONS = "roomnight_ledger_decisions_total{decision=\"%s\"}";
    private static final String DOUBLE_BOOKINGS = "roomnight_double_bookings_opened_total";

    private final TestServer server = TestServer.sqlite();
    private final House house = server.account().house();

    @Test
    void a_sale_of_nights_that_are_seen_to_be_taken_is_refused_once() {
        double sold = decisions("sold");
        double refused = decisions("refused");

        assertThat(sell()).isEqualTo(201);
        assertThat(sell()).isEqualTo(409);

        assertThat(decisions("sold") - sold).isEqualTo(1);
        assertThat(decisions("refused") - refused).isEqualTo(1);
    }

    @Test
    void a_booking_that_is_recorded_for_taken_nights_opens_one_double_booking() {
        double opened = count(DOUBLE_BOOKINGS);

        house.record(house.cabin(), "2027-03-10", "2027-03-12");
        house.record(house.cabin(), "2027-03-10", "2027-03-12");

        assertThat(count(DOUBLE_BOOKINGS) - opened).isEqualTo(1);
    }

    @Test
    void a_booking_that_is_moved_to_taken_nights_opens_one_double_booking() {
        house.record(house.cabin(), "2027-03-10", "2027-03-12");
        UUID moving = house.record(house.cabin(), "2027-03-20", "2027-03-22");
        double opened = count(DOUBLE_BOOKINGS);

        house.record(moving, house.cabin(), "2027-03-11", "2027-03-13");
        assertThat(count(DOUBLE_BOOKINGS) - opened).isEqualTo(1);

        house.record(moving, "\"firstName\":\"Kim\"", house.cabin(), "2027-03-11", "2027-03-13");
        house.record(moving, house.cabin(), "2027-03-20", "2027-03-22");
        assertThat(count(DOUBLE_BOOKINGS) - opened).as("nothing new is taken").isEqualTo(1);
    }

    @Test
    void a_stay_that_is_recorded_without_a_room_is_counted_once() {
        double without = count("roomnight_stays_without_room_total");
        UUID id = UUID.randomUUID();
        for (String end : new String[] {"2027-03-12", "2027-03-12", "2027-03-13"}) {
            String stay =
                    "{\"guestRoomName\":\"Tree house\",\"startDate\":\"2027-03-10\",\"endDate\":\"%s\"}".formatted(end);
            house.account().send("PUT", house.path("/booking/" + id), "{\"roomStays\":[" + stay + "]}");
        }
        assertThat(count("roomnight_stays_without_room_total") - without).isEqualTo(1);
    }

    private int sell() {
        String body = "{\"roomStays\":[{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}]}"
                .formatted(house.cabin(), "2027-03-10", "2027-03-12");
        return house.account().send("POST", house.path("/booking"), body).statusCode();
    }

    private double decisions(String decision) {
        return count(DECISIONS.formatted(decision));
    }

    private double count(String series) {
        return server.operations("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
