package org.roomnight.connection;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.roomnight.connection.ConfirmationCache.Writers;
import org.roomnight.http.ClientAddress;
import org.roomnight.http.FailureLimiter;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.keys.SealedSecret;
import org.roomnight.keys.Seals;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of all properties: made, replaced, ended, and asked whether a passkey is right. */
public final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Transactions transactions;
    private final Seals seals;
    private final InstantSource clock;
    private final SecureRandom random;
    private final IdentifierSource identifiers;
    private final ConnectionRows rows;
    private final ConfirmationCache confirmations;
    private final Authenticator authenticator;
    private final FailureLimiter budget;
    private final LastAccess lastAccess;
    private volatile OtherNodes others = new Unheard();

    /** Until they are named, nobody is told, and nothing is heard. */
    private static final class Unheard implements OtherNodes {
        @Override
        public void tellRevoked(PropertyId property) {}

        @Override
        public boolean areHeard() {
            return false;
        }
    }

    /** The wall clock dates connections and their use, the other one measures ages. */
    public Connections(
            Database database,
            Seals seals,
            InstantSource clock,
            MonotonicClock ages,
            SecureRandom random,
            IdentifierSource identifiers) {
        this.transactions = database.transactions();
        this.seals = seals;
        this.clock = clock;
        this.random = random;
        this.identifiers = identifiers;
        this.rows = new ConnectionRows(database.jdbc());
        this.confirmations =
                new ConfirmationCache(database.sharedByNodes() ? Writers.MANY_NODES : Writers.THIS_NODE, ages);
        this.authenticator = new Authenticator(database, rows, seals, confirmations, () -> others.areHeard());
        this.budget = new FailureLimiter(ages);
        this.lastAccess = new LastAccess(transactions, rows, clock, ages);
    }

    /** The property's connection with its passkey in clear; empty when it has none. */
    public Optional<Connection> find(PropertyId property) {
        return transactions.read(() -> rows.find(property)).map(found -> {
            ConnectionRow row = found.row();
            return new Connection(row.identifier(), row.property(), found.open(seals), row.createdAt());
        });
    }

    /**
     * Makes the property's connection, or gives it a new passkey; the old one has stopped when this returns. The caller
     * has seen that the property belongs to the account.
     */
    public Connection regenerate(PropertyId property, AccountId account) {
        return transactions.write(property, () -> {
            Connection connection = new Connection(
                    rows.identifier(property).orElseGet(() -> new ConnectionId(identifiers.next())),
                    property,
                    Passkey.random(random),
                    Instant.ofEpochMilli(clock.millis()));
            store(connection, account);
            revokeNowAndAtTheEnd(property);
            transactions.afterCommit(() -> LOG.info(
                    "event=connection-regenerated property={} connection={}", property, connection.identifier()));
            return connection;
        });
    }

    private void store(Connection connection, AccountId account) {
        ConnectionRow row =
                new ConnectionRow(connection.property(), account, connection.identifier(), connection.createdAt());
        SealedSecret sealed = seals.seal(row.context(), connection.passkey().octets());
        rows.put(row, seals.lookup(connection.passkey().secret()), sealed);
    }

    /** Ends the connection; its passkey has stopped when this returns. False when there was none. */
    public boolean disconnect(PropertyId property) {
        return transactions.write(property, () -> {
            boolean deleted = rows.delete(property);
            revokeNowAndAtTheEnd(property);
            if (deleted) {
                transactions.afterCommit(() -> LOG.info("event=connection-ended property={}", property));
            }
            return deleted;
        });
    }

    /**
     * Revoking now stops what was confirmed before; revoking again at the end stops what was read from the old row
     * while this transaction had not committed.
     */
    private void revokeNowAndAtTheEnd(PropertyId property) {
        others.tellRevoked(property);
        invalidate(property);
        transactions.afterEnd(() -> invalidate(property));
    }

    /** Names the other nodes; until then nobody is told, and none is taken to be heard. */
    public void join(OtherNodes nodes) {
        others = nodes;
    }

    /** Asks the database again before the property's passkey is accepted; for news from other nodes. */
    public void invalidate(PropertyId property) {
        confirmations.revoke(property);
        lastAccess.forget(property);
    }

    /** The same for all properties; for news that may have been missed. */
    public void invalidateAll() {
        confirmations.revokeAll();
        lastAccess.forgetAll();
    }

    /**
     * Whether the passkey is the property's whose {@code hotelIdentifier} is the username. A right one is accepted
     * however often others failed. While the database cannot be asked, what it confirmed before is still accepted and
     * all else ends in {@link StorageUnavailableException}, for a door to answer 503.
     */
    public Authentication authenticate(String username, Secret passkey, ClientAddress source) {
        Optional<Credentials> right = authenticator.authenticate(username, passkey);
        if (right.isPresent()) {
            lastAccess.note(right.get().property());
            return new Authentication.Accepted(right.get().property());
        }
        return budget.spend(source)
                .<Authentication>map(Authentication.TooManyFailures::new)
                .orElseGet(Authentication.Rejected::new);
    }

    /**
     * Whether the passkey is still the one of that username, for a request that was let in before; nothing is counted.
     * What was confirmed counts as long as it does for {@link #authenticate}; inside a write its transaction is asked.
     */
    public boolean isStillRight(String username, Secret passkey) {
        return transactions.writing()
                ? authenticator.isRightInTransaction(username, passkey)
                : authenticator.authenticate(username, passkey).isPresent();
    }

    /** When the connection was last used; empty when it never was, or its passkey is new. */
    public Optional<Instant> lastAccess(PropertyId property) {
        return lastAccess.find(property);
    }

    /** Writes the moments of last use that are due; to be called every minute or so, and before stopping. */
    public void flushLastAccess() {
        lastAccess.flush();
    }
}
