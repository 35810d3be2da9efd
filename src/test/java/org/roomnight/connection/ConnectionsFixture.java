package org.roomnight.connection;

import java.security.SecureRandom;
import java.util.UUID;
import org.roomnight.TickingClock;
import org.roomnight.http.ClientAddress;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;
import org.roomnight.keys.KeyRing;
import org.roomnight.keys.Seals;
import org.roomnight.storage.Database;

/** A node with its database, its keys and a clock that a test ticks. */
final class ConnectionsFixture {

    static final AccountId ACCOUNT = new AccountId(UUID.fromString("6f0c2a44-0d57-4a5e-9a51-1c7b6b1f0001"));
    static final AccountId OTHER_ACCOUNT = new AccountId(UUID.fromString("6f0c2a44-0d57-4a5e-9a51-1c7b6b1f0002"));
    static final PropertyId HOUSE = new PropertyId(UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890"));
    static final PropertyId NEIGHBOUR = new PropertyId(UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567891"));
    static final ClientAddress PHONE = ClientAddress.parse("203.0.113.7").orElseThrow();

    final Database database;
    final TickingClock clock = new TickingClock();
    final SecureRandom random = new SecureRandom();
    final KeyRing keys = KeyRing.random(random);
    final Connections connections;

    ConnectionsFixture(Database database) {
        this.database = database;
        this.connections = node(keys);
    }

    /** Another node of the same database, with a memory of its own. */
    Connections node(KeyRing itsKeys) {
        IdentifierSource identifiers = UUID::randomUUID;
        return new Connections(database, seals(itsKeys), clock, clock, random, identifiers);
    }

    /** What a node with these keys seals with. */
    Seals seals(KeyRing itsKeys) {
        return new Seals(database.jdbc(), itsKeys, random);
    }

    /** Whether a node with these keys has all that the database is encrypted with. */
    boolean keysAreComplete(KeyRing itsKeys) {
        return database.transactions().read(seals(itsKeys)::keysAreComplete);
    }

    Connection connect(PropertyId property) {
        return connections.regenerate(property, ACCOUNT);
    }

    Authentication authenticate(PropertyId username, Passkey passkey) {
        return authenticate(connections, username, passkey);
    }

    static Authentication authenticate(Connections node, PropertyId username, Passkey passkey) {
        return node.authenticate(username.toString(), new Secret(passkey.reveal()), PHONE);
    }

    boolean isRight(Connection connection) {
        return isRight(connections, connection);
    }

    static boolean isRight(Connections node, Connection connection) {
        return authenticate(node, connection.property(), connection.passkey()) instanceof Authentication.Accepted;
    }

    /** What somebody with access to the database could do. */
    void tamper(String sql) {
        database.transactions()
                .write(
                        HOUSE,
                        () -> database.jdbc()
                                .sql(sql)
                                .param("house", HOUSE.value())
                                .param("neighbour", NEIGHBOUR.value())
                                .param("account", OTHER_ACCOUNT.value())
                                .update());
    }
}
