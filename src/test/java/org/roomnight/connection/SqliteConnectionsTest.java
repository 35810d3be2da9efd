package org.roomnight.connection;

import org.junit.jupiter.api.AfterEach;
import org.roomnight.storage.TestDatabases;

final class SqliteConnectionsTest implements ConnectionsContract, AuthenticationContract, EncryptionContract {

    private final ConnectionsFixture node = new ConnectionsFixture(TestDatabases.sqlite());

    @Override
    public ConnectionsFixture node() {
        return node;
    }

    @AfterEach
    void close() {
        node.database.close();
    }
}
