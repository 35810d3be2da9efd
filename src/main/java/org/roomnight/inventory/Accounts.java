package org.roomnight.inventory;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts: whoever owns properties and OAuth2 clients. */
public final class Accounts {

    /** An account as people see it. */
    public record Account(AccountId id, String name) {}

    private static final String INSERT = """
            INSERT INTO account (account, name, created_ms) VALUES (:account, :name, :now)
            """;
    private static final String LIST = "SELECT account, name FROM account ORDER BY name, account";

    private final Database database;
    private final IdentifierSource identifiers;
    private final InstantSource clock;

    public Accounts(Database database, IdentifierSource identifiers, InstantSource clock) {
        this.database = database;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public Account create(String name) {
        Account account = new Account(new AccountId(identifiers.next()), name);
        database.transactions()
                .writeShared(() -> jdbc().sql(INSERT)
                        .param("account", account.id().value())
                        .param("name", name)
                        .param("now", clock.millis())
                        .update());
        return account;
    }

    public List<Account> list() {
        return database.transactions()
                .read(() -> jdbc().sql(LIST)
                        .query((row, _) -> new Account(
                                new AccountId(UUID.fromString(row.getString("account"))), row.getString("name")))
                        .list());
    }

    private JdbcClient jdbc() {
        return database.jdbc();
    }
}
