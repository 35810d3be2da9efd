package org.roomnight.inventory;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class SqliteRoomTypesTest implements RoomTypesContract {

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
