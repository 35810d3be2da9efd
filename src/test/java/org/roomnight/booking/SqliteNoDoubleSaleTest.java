package org.roomnight.booking;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.roomnight.TestHouse;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.TestDatabases;

final class SqliteNoDoubleSaleTest implements NoDoubleSaleContract {

    private final DatabaseAddress address = TestDatabases.sqliteAddress();
    private final Database database = Database.open(address);
    private final TestHouse house = TestHouse.in(database);

    @Override
    public TestHouse house() {
        return house;
    }

    @Override
    public Connection plainConnection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + address);
    }

    @Override
    public List<String> withoutPrimaryKey() {
        return List.of(
                "DROP TABLE room_night", "CREATE TABLE room_night (property TEXT, unit TEXT, night TEXT, claim TEXT)");
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }
}
