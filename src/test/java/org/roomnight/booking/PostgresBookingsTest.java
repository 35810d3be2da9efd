package org.roomnight.booking;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class PostgresBookingsTest
        implements SellingContract,
                IdempotencyContract,
                RecordingContract,
                ChangingContract,
                CancellingContract,
                ReadingContract,
                WaitingStaysContract {

    private final TestHouse house = TestHouse.onPostgres();

    @Override
    public TestHouse house() {
        return house;
    }

    @AfterEach
    void close() {
        house.close();
    }
}
