package org.roomnight.inventory;

import java.util.List;
import org.roomnight.inventory.Accounts.Account;
import org.roomnight.kernel.AccountId;
import org.roomnight.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code account}; statements run in the caller's transaction. */
final class AccountRows {

    private static final String INSERT = """
            INSERT INTO account (account, name, created_ms) VALUES (:account, :name, :now)
            """;
    private static final String LIST = "SELECT account, name FROM account ORDER BY name, account";

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Account account, long nowMillis) {
        jdbc.sql(INSERT)
                .param("account", account.id().value())
                .param("name", account.name())
                .param("now", nowMillis)
                .update();
    }

    List<Account> list() {
        return jdbc.sql(LIST)
                .query((row, _) -> new Account(Columns.id(row, "account", AccountId::new), row.getString("name")))
                .list();
    }
}
