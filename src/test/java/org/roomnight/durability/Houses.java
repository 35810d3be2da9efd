package org.roomnight.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.roomnight.oauth.Scope;
import org.roomnight.storage.DatabaseAddress;

/** Makes a house and a token that may do everything with it, before any server runs. */
final class Houses {

    private static final long THREE_HOURS_MILLIS = 3L * 3600 * 1000;

    private Houses() {}

    static House make(DatabaseAddress address, Path folder, Store store) {
        String token = "durability" + UUID.randomUUID().toString().replace("-", "");
        House house;
        try (Domain domain = new Domain(address, folder)) {
            house = domain.makeHouse(token);
        }
        String client = "client-" + UUID.randomUUID();
        String scopes =
                String.join(" ", Scope.all().stream().map(Scope::text).sorted().toList());
        long now = System.currentTimeMillis();
        store.execute("""
                INSERT INTO oauth_client (account, client, name, secret_hash, scopes, created_ms)
                SELECT account, '%s', 'test', 'none', '%s', %d FROM property WHERE property = '%s'
                """.formatted(client, scopes, now, house.property()));
        store.execute("""
                INSERT INTO oauth_token (token_hash, client, scopes, issued_ms, expires_ms)
                VALUES ('%s', '%s', '%s', %d, %d)
                """.formatted(sha256(token), client, scopes, now, now + THREE_HOURS_MILLIS));
        return house;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
