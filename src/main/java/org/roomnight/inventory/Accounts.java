package org.roomnight.inventory;

import java.time.InstantSource;
import java.util.List;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

/** Accounts: whoever owns properties and OAuth2 clients. */
public final class Accounts {

    /** An account as people see it. */
    public record Account(AccountId id, String name) {}

    private final AccountRows rows;
    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final InstantSource clock;

    public Accounts(Database database, IdentifierSource identifiers, InstantSource clock) {
        this.rows = new AccountRows(database.jdbc());
        this.transactions = database.transactions();
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public Account create(String name) {
        Account account = new Account(new AccountId(identifiers.next()), name);
        return transactions.writeShared(() -> {
            rows.insert(account, clock.millis());
            return account;
        });
    }

    public List<Account> list() {
        return transactions.read(rows::list);
    }
}
