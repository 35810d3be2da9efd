package org.roomnight.oauth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.roomnight.kernel.AccountId;
import org.roomnight.keys.Sha256;
import org.roomnight.storage.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference tokens that the built-in token endpoint gave out, stored by their hash. */
final class Tokens implements CachedTokens.Source {

    /** How many expired tokens go with each new one, so that a long queue of them cannot stall a request. */
    private static final int SWEPT_AT_ONCE = 100;

    private static final String ADD = """
        INSERT INTO oauth_token (token_hash, client, scopes, issued_ms, expires_ms)
        VALUES (:hash, :client, :scopes, :issued, :expires)
        """;

    private static final String SWEEP = """
        DELETE FROM oauth_token
        WHERE token_hash IN (
            SELECT token_hash FROM oauth_token WHERE expires_ms <= :now ORDER BY expires_ms LIMIT :most)
        """;

    private static final String FIND = """
        SELECT c.account, t.client, t.scopes, t.issued_ms, t.expires_ms
        FROM oauth_token t
        JOIN oauth_client c ON c.client = t.client
        WHERE t.token_hash = :hash AND c.revoked_ms IS NULL
        """;

    private static final String REMOVE = "DELETE FROM oauth_token WHERE token_hash = :hash";

    /** A token of a client that is not revoked; it may have expired. */
    record Issued(AccountId account, String clientId, Set<Scope> scopes, Instant issuedAt, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Revocations revocations;

    Tokens(JdbcClient jdbc, Transactions transactions, InstantSource clock, Revocations revocations) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.revocations = revocations;
    }

    void add(String token, String clientId, Set<Scope> scopes, Instant issuedAt, Instant expiresAt) {
        transactions.writeShared(() -> {
            jdbc.sql(SWEEP)
                    .param("now", clock.millis())
                    .param("most", SWEPT_AT_ONCE)
                    .update();
            return jdbc.sql(ADD)
                    .param("hash", Sha256.hex(token))
                    .param("client", clientId)
                    .param("scopes", Scope.join(scopes))
                    .param("issued", issuedAt.toEpochMilli())
                    .param("expires", expiresAt.toEpochMilli())
                    .update();
        });
    }

    @Override
    public Optional<CachedTokens.Lookup> prepare(String token, String tokenHash) {
        return Optional.of(() ->
                find(tokenHash).map(found -> new Caller(found.account, found.clientId, found.scopes, found.expiresAt)));
    }

    @Override
    public boolean isRevoked(String tokenHash, Caller caller) {
        return find(tokenHash).isEmpty();
    }

    /** The token if it is valid now and of that account. */
    Optional<Issued> findValid(String token, AccountId account) {
        return find(Sha256.hex(token))
                .filter(found -> found.account.equals(account))
                .filter(found -> clock.instant().isBefore(found.expiresAt));
    }

    /** Ends a token of that account; any other is left as it is. */
    void revoke(String token, AccountId account) {
        String hash = Sha256.hex(token);
        transactions.writeShared(() -> {
            if (find(hash).filter(found -> found.account.equals(account)).isEmpty()) {
                return 0;
            }
            transactions.afterEnd(() -> revocations.tokenRevoked(hash));
            return jdbc.sql(REMOVE).param("hash", hash).update();
        });
    }

    private Optional<Issued> find(String hash) {
        return transactions.read(() -> jdbc.sql(FIND)
                .param("hash", hash)
                .query((row, _) -> new Issued(
                        new AccountId(UUID.fromString(row.getString("account"))),
                        row.getString("client"),
                        Scope.list(row.getString("scopes")),
                        Instant.ofEpochMilli(row.getLong("issued_ms")),
                        Instant.ofEpochMilli(row.getLong("expires_ms"))))
                .optional());
    }
}
