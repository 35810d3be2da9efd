package org.roomnight.conflict;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class SqliteDoubleBookingsTest implements DoubleBookingsContract {

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
