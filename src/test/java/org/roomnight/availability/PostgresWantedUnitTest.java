package org.roomnight.availability;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class PostgresWantedUnitTest implements WantedUnitContract {

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
