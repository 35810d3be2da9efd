package org.roomnight.block;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class SqliteBlocksTest implements BlocksContract, ChangingBlocksContract, ManyStaysContract {

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
