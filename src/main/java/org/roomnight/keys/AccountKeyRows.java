package org.roomnight.keys;

import java.util.Optional;
import org.roomnight.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of wrapped account keys; statements run in the caller's transaction. */
final class AccountKeyRows {

    private static final String FIND = """
            SELECT wrapped FROM account_key WHERE account = :account AND key_version = :version
            """;

    private static final String ADD = """
            INSERT INTO account_key (account, key_version, wrapped) VALUES (:account, :version, :wrapped)
            ON CONFLICT (account, key_version) DO NOTHING
            """;

    private final JdbcClient jdbc;

    AccountKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(AccountId account, KeyVersion version) {
        return jdbc.sql(FIND)
                .param("account", account.value())
                .param("version", version.number())
                .query((row, _) -> row.getBytes("wrapped"))
                .optional();
    }

    /** Changes nothing when another node was faster. */
    void add(AccountId account, KeyVersion version, byte[] wrapped) {
        jdbc.sql(ADD)
                .param("account", account.value())
                .param("version", version.number())
                .param("wrapped", wrapped)
                .update();
    }
}
