package org.roomnight.conflict;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class PostgresDoubleBookingsTest implements DoubleBookingsContract {

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
