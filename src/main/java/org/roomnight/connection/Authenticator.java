package org.roomnight.connection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.roomnight.connection.Confirmations.Confirmation;
import org.roomnight.kernel.Secret;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on usernames and passkeys. Whether a passkey is right is found out first and costs nothing of any budget;
 * only what is wrong is counted.
 */
final class Authenticator {

    /** While the database is down, one caller per this time finds out whether it is back; the others need not wait. */
    static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);

    private final Transactions transactions;
    private final JdbcConnections rows;
    private final KeyRing keys;
    private final Confirmations confirmations;
    private final Outage outage;

    Authenticator(
            Transactions transactions,
            JdbcConnections rows,
            KeyRing keys,
            Confirmations confirmations,
            InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.keys = keys;
        this.confirmations = confirmations;
        this.outage = new Outage(clock, OUTAGE_PAUSE);
    }

    /** The credentials, when they are right; {@link StorageUnavailableException} when nobody can say. */
    Optional<Credentials> authenticate(String username, Secret passkey) {
        return Credentials.parse(username, passkey).filter(this::isRight);
    }

    private boolean isRight(Credentials credentials) {
        String digest = credentials.digest();
        Optional<Confirmation> known = confirmations.find(digest);
        if (known.filter(confirmations::isFresh).isPresent()) {
            return true;
        }
        if (outage.isAssumed() && known.filter(confirmations::countsInOutage).isPresent()) {
            return true;
        }
        try {
            boolean right = ask(credentials, digest);
            if (!right && known.isPresent()) {
                confirmations.revoke(credentials.property()); // nor may a slower read bring it back
            }
            return right;
        } catch (StorageUnavailableException unreachable) {
            outage.noticed();
            if (known.filter(confirmations::countsInOutage).isPresent()) {
                return true;
            }
            throw unreachable;
        }
    }

    /**
     * Whether the credentials are right as the running write sees it. What only it sees may be rolled back, so nothing
     * of it is remembered; and it waits for nobody else's look-up.
     */
    boolean isRightInTransaction(String username, Secret passkey) {
        return Credentials.parse(username, passkey)
                .filter(credentials -> confirmations
                                .find(credentials.digest())
                                .filter(confirmations::isFresh)
                                .isPresent()
                        || isStored(credentials))
                .isPresent();
    }

    private boolean isStored(Credentials credentials) {
        return transactions
                .read(() -> rows.findByLookup(keys.lookupsOf(credentials.passkey())))
                .filter(found -> found.row().property().equals(credentials.property()))
                .filter(found -> isWhole(found, credentials.passkey()))
                .isPresent();
    }

    private boolean ask(Credentials credentials, String digest) {
        Confirmation read = confirmations.begin(credentials.property());
        boolean right = isStored(credentials);
        if (right) {
            confirmations.confirm(digest, read);
        }
        return right;
    }

    /** The lookup is not bound to its row, the ciphertext is: who can write to the database cannot move a passkey. */
    private boolean isWhole(SealedPasskey found, Passkey sent) {
        try {
            return found.open(keys).equals(sent);
        } catch (BrokenSealException broken) {
            LOG.error(
                    "event=passkey-unreadable property={} reason=\"{}\"",
                    found.row().property(),
                    broken.getMessage());
            return false;
        }
    }
}
