package org.roomnight.keys;

import java.security.SecureRandom;
import java.util.List;
import javax.crypto.SecretKey;
import org.roomnight.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of each account, stored wrapped by the server's; statements run in the caller's transaction. */
final class AccountKeys {

    private static final SealPurpose PURPOSE = new SealPurpose("account key", "");

    private final AccountKeyRows rows;
    private final SecureRandom random;
    private final UsedKeyRows usedKeys;

    AccountKeys(JdbcClient jdbc, SecureRandom random) {
        this.rows = new AccountKeyRows(jdbc);
        this.random = random;
        this.usedKeys = new UsedKeyRows(jdbc);
    }

    /**
     * The account's key under this version, wrapped; made when there is none.
     *
     * @throws IllegalStateException when the database is encrypted with another key of that version
     */
    byte[] findOrMake(AccountId account, KeyVersion version) {
        return rows.find(account, version).orElseGet(() -> {
            usedKeys.add(version);
            rows.add(account, version, wrap(account, version, KeyVersion.octets(random)));
            return rows.find(account, version).orElseThrow();
        });
    }

    private byte[] wrap(AccountId account, KeyVersion version, byte[] key) {
        return Aes.seal(version.encryption(), key, context(account, version), random);
    }

    /** @throws BrokenSealException when it is the key of another account or was wrapped by other keys */
    static SecretKey unwrap(AccountId account, KeyVersion version, byte[] wrapped) {
        return Aes.key(Aes.open(version.encryption(), wrapped, context(account, version)));
    }

    private static byte[] context(AccountId account, KeyVersion version) {
        return new SealContext(PURPOSE, account, List.of()).octets(version.number());
    }
}
