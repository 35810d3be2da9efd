package org.roomnight.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.roomnight.kernel.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals secrets, so that only a node with the key file opens them, and makes the values by which they are found without
 * being opened. Statements run in the caller's transaction.
 */
public final class Seals {

    private final KeyRing ring;
    private final AccountKeys accountKeys;
    private final UsedKeyRows usedKeys;
    private final SecureRandom random;

    public Seals(JdbcClient jdbc, KeyRing ring, SecureRandom random) {
        this.ring = ring;
        this.accountKeys = new AccountKeys(jdbc, random);
        this.usedKeys = new UsedKeyRows(jdbc);
        this.random = random;
    }

    /**
     * Encrypts a secret under the newest key of its account, which is made when there is none; runs in a write.
     *
     * @throws IllegalStateException when the database is encrypted with another key of that version
     */
    public SealedSecret seal(SealContext context, byte[] plain) {
        KeyVersion version = ring.newest();
        byte[] wrapped = accountKeys.findOrMake(context.account(), version);
        byte[] ciphertext = Aes.seal(
                AccountKeys.unwrap(context.account(), version, wrapped),
                plain,
                context.octets(version.number()),
                random);
        return new SealedSecret(version.number(), wrapped, ciphertext);
    }

    /**
     * Decrypts a secret; asks no database.
     *
     * @throws BrokenSealException when it was sealed in another context or this node lacks the key
     */
    public byte[] open(SealContext context, SealedSecret sealed) {
        KeyVersion version = ring.version(sealed.keyVersion())
                .orElseThrow(() -> new BrokenSealException("this node lacks key version " + sealed.keyVersion()));
        return Aes.open(
                AccountKeys.unwrap(context.account(), version, sealed.wrappedKey()),
                sealed.ciphertext(),
                context.octets(version.number()));
    }

    /**
     * The value by which a new secret is stored and found: whoever reads the database cannot compute it. The secret must
     * have too many random bits to be guessed, and a prefix that no secret of another kind has.
     */
    public String lookup(Secret secret) {
        return lookup(ring.newest(), secret);
    }

    /** Every value by which a secret may be stored, that of the newest keys first. */
    public List<String> lookups(Secret secret) {
        return ring.newestFirst().stream()
                .map(version -> lookup(version, secret))
                .toList();
    }

    private static String lookup(KeyVersion version, Secret secret) {
        return HexFormat.of()
                .formatHex(Hmac.of(version.lookup(), secret.reveal().getBytes(StandardCharsets.UTF_8)));
    }

    /** Fingerprints of the keys that the database is encrypted with, by version. */
    public Map<Integer, String> keysInUse() {
        return usedKeys.list();
    }

    /** Whether this node has every key that the database is encrypted with; a node without is not ready. */
    public boolean keysAreComplete() {
        return ring.hasAll(keysInUse());
    }
}
