package org.roomnight.block;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;

final class PostgresBlocksTest implements BlocksContract, ChangingBlocksContract, ManyStaysContract {

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
