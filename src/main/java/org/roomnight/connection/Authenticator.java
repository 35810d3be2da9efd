package org.roomnight.connection;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.roomnight.connection.ConfirmationCache.Confirmation;
import org.roomnight.kernel.Secret;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.keys.BrokenSealException;
import org.roomnight.keys.Seals;
import org.roomnight.storage.BackgroundReads;
import org.roomnight.storage.BackgroundReads.Waiting;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on usernames and passkeys. Whether a passkey is right is found out first and costs nothing of any budget;
 * only what is wrong is counted.
 */
final class Authenticator {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);

    private final Transactions transactions;
    private final ConnectionRows rows;
    private final Seals seals;
    private final ConfirmationCache confirmations;
    private final BackgroundReads reads;
    private final BooleanSupplier hearsRevocations;

    /** What the reads are known by. */
    private record RightOf(String digest) {}

    Authenticator(
            Database database,
            ConnectionRows rows,
            Seals seals,
            ConfirmationCache confirmations,
            BooleanSupplier hearsRevocations) {
        this.transactions = database.transactions();
        this.reads = database.backgroundReads();
        this.hearsRevocations = hearsRevocations;
        this.rows = rows;
        this.seals = seals;
        this.confirmations = confirmations;
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
        return known.filter(confirmations::countsInOutage).isPresent()
                ? isStillRight(credentials, digest, known.get())
                : ask(credentials, digest);
    }

    /** Vouched for when the database cannot be asked, or does not answer in time while news of revocations are heard. */
    private boolean isStillRight(Credentials credentials, String digest, Confirmation known) {
        try {
            return reads.get(
                    new RightOf(digest),
                    () -> confirmations.generation(credentials.property()),
                    () -> waiting(known),
                    _ -> ask(credentials, digest));
        } catch (StorageUnavailableException unavailable) {
            if (confirmations.countsInOutage(known)) { // no news of a revocation came meanwhile
                return true;
            }
            throw unavailable;
        }
    }

    private Waiting waiting(Confirmation known) {
        if (!confirmations.countsInOutage(known)) {
            return Waiting.UNTIL_DEADLINE;
        }
        return hearsRevocations.getAsBoolean() ? Waiting.SHORT : Waiting.UNLESS_SLOW;
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
                .read(() ->
                        rows.findByLookup(seals.lookups(credentials.passkey().secret())))
                .filter(found -> found.row().property().equals(credentials.property()))
                .filter(found -> isWhole(found, credentials.passkey()))
                .isPresent();
    }

    private boolean ask(Credentials credentials, String digest) {
        Confirmation read = confirmations.begin(credentials.property());
        boolean right = isStored(credentials);
        if (right) {
            confirmations.confirm(digest, read);
        } else if (confirmations.find(digest).isPresent()) {
            confirmations.revoke(credentials.property()); // nor may a slower read bring it back
        }
        return right;
    }

    /** The lookup is not bound to its row, the ciphertext is: who can write to the database cannot move a passkey. */
    private boolean isWhole(SealedPasskey found, Passkey sent) {
        try {
            return found.open(seals).equals(sent);
        } catch (BrokenSealException broken) {
            LOG.error(
                    "event=passkey-unreadable property={} reason=\"{}\"",
                    found.row().property(),
                    broken.getMessage());
            return false;
        }
    }
}
