package org.roomnight.oauth;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.Secret;
import org.roomnight.keys.RandomTexts;
import org.roomnight.keys.Sha256;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The programs that accounts let in, each with an id, a secret of which only the hash is kept, and scopes. */
public final class Clients {

    /** Prefixes let filters of logs know what must not be there. */
    private static final String ID_PREFIX = "rnc_";

    private static final String SECRET_PREFIX = "rns_";

    /** 103 bits: never twice. */
    private static final int ID_LENGTH = 20;

    /** 206 bits. */
    private static final int SECRET_LENGTH = 40;

    private static final String ADD = """
            INSERT INTO oauth_client (account, client, external_id, name, secret_hash, scopes, created_ms)
            VALUES (:account, :client, :externalId, :name, :secretHash, :scopes, :created)
            ON CONFLICT (external_id) DO NOTHING
            """;

    private static final String FIND = """
            SELECT account, client, external_id, name, scopes, created_ms, revoked_ms
            FROM oauth_client
            WHERE client = :client
            """;

    private static final String FIND_EXTERNAL = """
            SELECT account, client, external_id, name, scopes, created_ms, revoked_ms
            FROM oauth_client
            WHERE external_id = :externalId
            """;

    private static final String LIST = """
            SELECT account, client, external_id, name, scopes, created_ms, revoked_ms
            FROM oauth_client
            WHERE account = :account
            ORDER BY created_ms, client
            """;

    private static final String LIST_ALL = """
            SELECT account, client, external_id, name, scopes, created_ms, revoked_ms
            FROM oauth_client
            ORDER BY account, created_ms, client
            """;

    private static final String SECRET_HASH = "SELECT secret_hash FROM oauth_client WHERE client = :client";

    private static final String REVOKE =
            "UPDATE oauth_client SET revoked_ms = :now WHERE client = :client AND revoked_ms IS NULL";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;
    private final RandomTexts texts;
    private final Revocations revocations;

    Clients(
            JdbcClient jdbc,
            Transactions transactions,
            InstantSource clock,
            RandomTexts texts,
            Revocations revocations) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.texts = texts;
        this.revocations = revocations;
    }

    /** For commands that work on the database without a running server. */
    public static Clients in(Database database, InstantSource clock, SecureRandom random) {
        return new Clients(database.jdbc(), database.transactions(), clock, new RandomTexts(random), new Revocations());
    }

    public NewClient create(AccountId account, String name, Set<Scope> scopes) {
        return add(account, name, scopes, null).orElseThrow();
    }

    /** Registers a client that an outside issuer knows; empty when that name is registered already. */
    public Optional<NewClient> create(AccountId account, String name, Set<Scope> scopes, String externalId) {
        return add(account, name, scopes, externalId);
    }

    private Optional<NewClient> add(AccountId account, String name, Set<Scope> scopes, @Nullable String externalId) {
        String clientId = ID_PREFIX + texts.next(ID_LENGTH);
        String secret = SECRET_PREFIX + texts.next(SECRET_LENGTH);
        int added = transactions.writeShared(() -> jdbc.sql(ADD)
                .param("account", account.value())
                .param("client", clientId)
                .param("externalId", externalId)
                .param("name", name)
                .param("secretHash", Sha256.hex(secret))
                .param("scopes", Scope.join(scopes))
                .param("created", clock.millis())
                .update());
        return added == 1 ? Optional.of(new NewClient(clientId, new Secret(secret))) : Optional.empty();
    }

    /** All of an account, revoked ones too, oldest first. */
    public List<Client> list(AccountId account) {
        return transactions.read(() -> jdbc.sql(LIST)
                .param("account", account.value())
                .query(Clients::row)
                .list());
    }

    public List<Client> listAll() {
        return transactions.read(() -> jdbc.sql(LIST_ALL).query(Clients::row).list());
    }

    /** The client with that id, also when it is revoked. */
    public Optional<Client> find(String clientId) {
        return transactions.read(() ->
                jdbc.sql(FIND).param("client", clientId).query(Clients::row).optional());
    }

    /** Shuts a client and all its tokens out for good; false when there is no such client or it was revoked before. */
    public boolean revoke(String clientId) {
        return transactions.writeShared(() -> {
            transactions.afterEnd(revocations::clientRevoked);
            return jdbc.sql(REVOKE)
                            .param("now", clock.millis())
                            .param("client", clientId)
                            .update()
                    == 1;
        });
    }

    /** The client that an outside issuer calls so: by its own id, else by its external id. */
    Optional<Client> findForIssuer(String name) {
        return transactions.read(() -> find(name)
                .or(() -> jdbc.sql(FIND_EXTERNAL)
                        .param("externalId", name)
                        .query(Clients::row)
                        .optional()));
    }

    Optional<String> secretHash(String clientId) {
        return transactions.read(() -> jdbc.sql(SECRET_HASH)
                .param("client", clientId)
                .query(String.class)
                .optional());
    }

    private static Client row(ResultSet row, int number) throws SQLException {
        long revoked = row.getLong("revoked_ms");
        Instant revokedAt = row.wasNull() ? null : Instant.ofEpochMilli(revoked);
        return new Client(
                new AccountId(UUID.fromString(row.getString("account"))),
                row.getString("client"),
                row.getString("external_id"),
                row.getString("name"),
                Scope.list(row.getString("scopes")),
                Instant.ofEpochMilli(row.getLong("created_ms")),
                revokedAt);
    }
}
