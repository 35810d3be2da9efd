package org.roomnight.inventory;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class PostgresPropertiesTest implements PropertiesContract {

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
