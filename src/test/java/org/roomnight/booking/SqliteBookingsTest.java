package org.roomnight.booking;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class SqliteBookingsTest
        implements SellingContract,
                IdempotencyContract,
                RecordingContract,
                ChangingContract,
                CancellingContract,
                ReadingContract,
                WaitingStaysContract {

    private final TestHouse house = TestHouse.onSqlite();

    @Override
    public TestHouse house() {
        return house;
    }

    @AfterEach
    void close() {
        house.close();
    }
}
