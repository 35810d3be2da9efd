package org.roomnight.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.roomnight.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of each account, stored wrapped by the server's; statements run in the caller's transaction. */
final class AccountKeyRows {

    private static final String FIND = """
            SELECT wrapped FROM account_key WHERE account = :account AND key_version = :version
            """;

    private static final String ADD = """
            INSERT INTO account_key (account, key_version, wrapped) VALUES (:account, :version, :wrapped)
            ON CONFLICT (account, key_version) DO NOTHING
            """;

    private static final byte[] LABEL = "roomnight account key".getBytes(US_ASCII);

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final UsedKeyRows usedKeys;

    AccountKeyRows(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
        this.usedKeys = new UsedKeyRows(jdbc);
    }

    /** The account's key under this version; made when there is none. */
    SecretKey findOrMake(AccountId account, KeyVersion version) {
        return find(account, version).orElseGet(() -> {
            usedKeys.add(version);
            add(account, version);
            return find(account, version).orElseThrow();
        });
    }

    private Optional<SecretKey> find(AccountId account, KeyVersion version) {
        return jdbc.sql(FIND)
                .param("account", account.value())
                .param("version", version.number())
                .query((row, _) -> row.getBytes("wrapped"))
                .optional()
                .map(wrapped -> unwrap(account, version, wrapped));
    }

    private void add(AccountId account, KeyVersion version) {
        byte[] key = new byte[KeyVersion.KEY_OCTETS];
        random.nextBytes(key);
        jdbc.sql(ADD)
                .param("account", account.value())
                .param("version", version.number())
                .param("wrapped", Aes.seal(version.encryption(), key, context(account, version), random))
                .update();
    }

    static SecretKey unwrap(AccountId account, KeyVersion version, byte[] wrapped) {
        return Aes.key(Aes.open(version.encryption(), wrapped, context(account, version)));
    }

    private static byte[] context(AccountId account, KeyVersion version) {
        return ByteBuffer.allocate(LABEL.length + 2 * Long.BYTES + Integer.BYTES)
                .put(LABEL)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .putInt(version.number())
                .array();
    }
}
