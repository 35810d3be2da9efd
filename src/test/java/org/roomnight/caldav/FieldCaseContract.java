package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.FieldCase.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.RawHttp.Answer;
import org.roomnight.TestServer;

/** Plays the files of {@code field-cases} and looks at what their comments say beside the status. */
interface FieldCaseContract {

    /** Its public address is {@link FieldCase#PUBLIC} without a port. */
    TestServer server();

    private FieldCase house() {
        return FieldCase.on(server());
    }

    @Test
    default void an_address_names_no_unit() {
        List<Answer> answers = house().play("FC-01-location-is-a-street-address");
        assertThat(json(answers.get(2)).findValues("available"))
                .extracting(free -> free.intValue())
                .containsExactly(0, 0);
    }

    @Test
    default void an_occurrence_may_be_in_another_unit() {
        FieldCase house = house();
        assertThat(house.play("FC-03-occurrence-moved-to-another-unit")
                        .getLast()
                        .body())
                .contains("\"units\":[\"1\"]");
        assertThat(house.available("DOUBLE", "2029-06-01")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FC-10-customized-time-zone", "FC-11-zone-with-an-offset-for-a-name"})
    default void zones_have_any_name(String file) {
        FieldCase house = house();
        for (FieldCase.Part part : FieldCase.parts(file)) {
            house.play(part);
            boolean blocked = !part.request().startsWith("DELETE");
            assertThat(house.available("FLAT", "2027-04-01")).isEqualTo(blocked ? 0 : 1);
        }
        assertThat(house.available("FLAT", "2027-03-31")).isOne();
        assertThat(house.available("FLAT", "2027-04-02")).isOne();
    }

    @Test
    default void a_day_may_be_excluded_from_what_has_a_time() {
        FieldCase house = house();
        house.play("FC-15-excluded-day-of-a-timed-series");
        assertThat(house.available("FLAT", "2027-04-01")).isZero();
        assertThat(house.available("FLAT", "2027-04-08")).isOne();
        assertThat(house.available("FLAT", "2027-04-15")).isZero();
    }

    @Test
    default void a_slash_of_a_uid_that_is_encoded_twice_is_a_part_of_the_name() {
        FieldCase house = house();
        assertThat(house.play("FC-30-slash-of-a-uid-encoded-twice").get(1).body())
                .contains("UID:ScCeRg/00Kp/gew==");
        assertThat(house.available("FLAT", "2027-04-01")).isOne();
    }

    @Test
    default void what_is_moved_to_a_name_with_a_percent_sign_is_reached_there_and_gives_its_nights_back() {
        FieldCase house = house();
        house.play("FC-31-moved-to-where-nobody-can-go");
        assertThat(house.available("FLAT", "2027-04-01")).isOne();
        assertThat(house.available("FLAT", "2027-04-02")).isOne();
    }

    @Test
    default void the_usual_port_of_the_public_address_may_be_written() {
        FieldCase house = house();
        house.play("FC-33-destination-with-the-usual-port");
        assertThat(house.available("FLAT", "2027-07-01")).isOne();
        assertThat(house.available("COTTAGE", "2027-07-01")).isZero();
    }

    @Test
    default void who_looks_for_calendars_where_nothing_is_finds_nothing() {
        house().play("FC-36-propfind-where-nothing-is");
    }

    @Test
    default void the_noise_of_floating_point_changes_nothing() {
        List<Answer> answers = house().play("FC-50-amount-with-the-noise-of-floating-point");
        for (Answer answer : answers) {
            assertThat(json(answer).get("totalAmount").decimalValue()).isEqualByComparingTo("135.6");
            assertThat(json(answer).get("version").intValue()).isOne();
        }
    }

    @Test
    default void the_same_push_after_a_room_was_renamed_changes_nothing() {
        List<Answer> answers = house().play("FC-52-the-same-push-after-a-room-was-renamed");
        assertThat(answers.getLast().body())
                .contains("\"Sample\"")
                .isEqualTo(answers.getFirst().body());
        assertThat(answers.getLast().header("ETag"))
                .isEqualTo(answers.getFirst().header("ETag"));
    }

    @Test
    default void a_booking_cancelled_under_the_old_name_frees_its_nights() {
        List<Answer> answers = house().play("FC-53-cancelled-under-the-old-name");
        assertThat(json(answers.getLast()).findValues("available"))
                .extracting(free -> free.intValue())
                .containsExactly(1, 1);
    }
}
