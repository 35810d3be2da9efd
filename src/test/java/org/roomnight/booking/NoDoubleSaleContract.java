package org.roomnight.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roomnight.TestHouse;
import org.roomnight.booking.SaleAttempt.Outcome;
import org.roomnight.inventory.RoomType;

/** Rule 1 on both databases: sixteen clients race for the last units, and nobody gets a night twice. */
interface NoDoubleSaleContract {

    int CLIENTS = 16;
    int ATTEMPTS = 130;
    int UNITS = 3;

    TestHouse house();

    /** A connection that has nothing to do with Roomnight's own. */
    Connection plainConnection() throws SQLException;

    /** Takes the primary key away from the night ledger. */
    List<String> withoutPrimaryKey();

    @Test
    default void sixteen_clients_race_for_the_last_units_and_nothing_is_sold_twice() throws SQLException {
        RoomType suite = house().roomType("Suite", UNITS);
        List<SaleAttempt> history =
                new RacingClients(house().bookings(), house().id(), suite).race(CLIENTS, ATTEMPTS, 1);

        assertThat(history).hasSize(CLIENTS * ATTEMPTS);
        assertThat(history).extracting(SaleAttempt::outcome).contains(Outcome.values()); // or it was no race
        assertThat(findings(history)).isEmpty();
    }

    @Test
    default void sixteen_clients_sell_and_block_the_last_units_and_no_night_is_taken_twice() throws SQLException {
        RoomType suite = house().roomType("Suite", UNITS);
        List<SaleAttempt> history =
                new RacingClients(house().bookings(), house().blocks(), house().id(), suite).race(CLIENTS, ATTEMPTS, 4);

        assertThat(history).hasSize(CLIENTS * ATTEMPTS);
        assertThat(history).extracting(SaleAttempt::outcome).contains(Outcome.values());
        assertThat(findings(history)).isEmpty();
        assertThat(house().doubleBookings().unresolved(house().id())).isEmpty();
    }

    default List<String> findings(List<SaleAttempt> history) throws SQLException {
        try (Connection connection = plainConnection()) {
            return new RaceChecker(connection, house().id(), UNITS).findings(history);
        }
    }

    /** The negative control: the checker can fail, and the key is what holds the promise. */
    @Test
    default void without_the_primary_key_the_same_race_sells_nights_twice() throws SQLException {
        RoomType suite = house().roomType("Suite", UNITS);
        try (Connection connection = plainConnection();
                var statement = connection.createStatement()) {
            for (String sql : withoutPrimaryKey()) {
                statement.execute(sql);
            }
        }
        List<SaleAttempt> history =
                new RacingClients(house().bookings(), house().id(), suite).race(CLIENTS, ATTEMPTS, 1);

        List<String> findings = findings(history);
        System.out.println("without the key: %d findings, the first: %s".formatted(findings.size(), findings));
        // A doubled claim may have been given back before the end: then only the journals show it.
        assertThat(findings)
                .anyMatch(finding -> finding.contains("is claimed") || finding.startsWith("more sales than units"));
    }
}
