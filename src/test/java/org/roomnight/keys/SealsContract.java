package org.roomnight.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Secret;
import org.roomnight.storage.Database;

/** Any secret can be sealed for its purpose and found again, and what earlier releases sealed still opens. */
interface SealsContract {

    AccountId ACCOUNT = new AccountId(UUID.fromString("6f0c2a44-0d57-4a5e-9a51-1c7b6b1f0001"));
    AccountId OTHER_ACCOUNT = new AccountId(UUID.fromString("6f0c2a44-0d57-4a5e-9a51-1c7b6b1f0002"));
    PropertyId HOUSE = new PropertyId(UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890"));
    UUID ROW = UUID.fromString("3c6b1a5d-8e2f-4a0b-9c7d-6e4f0a8b2c51");
    UUID OTHER_ROW = UUID.fromString("3c6b1a5d-8e2f-4a0b-9c7d-6e4f0a8b2c52");
    SealPurpose LINK = new SealPurpose("calendar link", "show");
    SealContext CONTEXT = new SealContext(LINK, ACCOUNT, List.of(ROW));
    byte[] PLAIN = "an address of somebody".getBytes(US_ASCII);

    Database database();

    private Seals seals() {
        return new Seals(database().jdbc(), KeyRing.random(new SecureRandom()), new SecureRandom());
    }

    private SealedSecret sealed(Seals seals, SealContext context) {
        return database().transactions().write(HOUSE, () -> seals.seal(context, PLAIN));
    }

    @Test
    default void a_secret_opens_for_its_purpose_account_and_row_only() {
        Seals seals = seals();
        SealedSecret sealed = sealed(seals, CONTEXT);
        SealedSecret _ = sealed(seals, new SealContext(LINK, OTHER_ACCOUNT, List.of(ROW)));
        assertThat(seals.open(CONTEXT, sealed)).isEqualTo(PLAIN);
        List<SealContext> others = List.of(
                new SealContext(new SealPurpose("calendar link", "change"), ACCOUNT, List.of(ROW)),
                new SealContext(new SealPurpose("channel feed", "show"), ACCOUNT, List.of(ROW)),
                new SealContext(LINK, OTHER_ACCOUNT, List.of(ROW)),
                new SealContext(LINK, ACCOUNT, List.of(OTHER_ROW)));
        for (SealContext other : others) {
            assertThatThrownBy(() -> seals.open(other, sealed)).isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    default void the_same_secret_sealed_twice_gives_other_octets_and_the_same_look_up() {
        Seals seals = seals();
        assertThat(sealed(seals, CONTEXT).ciphertext())
                .isNotEqualTo(sealed(seals, CONTEXT).ciphertext());
        Secret secret = new Secret("link_0123");
        assertThat(seals.lookups(secret)).containsExactly(seals.lookup(secret));
        assertThat(seals.lookup(new Secret("link_0124"))).isNotEqualTo(seals.lookup(secret));
    }

    /** What is sealed and stored outlives releases: neither what it is bound to nor how it is found may change. */
    @Test
    default void a_passkey_that_an_earlier_release_sealed_still_opens_and_is_found() {
        KeyVersion version = KeyVersion.of(
                1,
                "encryption-key-of-32-octets-long".getBytes(US_ASCII),
                "lookup-key-with-exactly-32-octet".getBytes(US_ASCII));
        Seals seals = new Seals(database().jdbc(), new KeyRing(List.of(version)), new SecureRandom());
        SealContext passkey =
                new SealContext(new SealPurpose("passkey", "caldav"), ACCOUNT, List.of(HOUSE.value(), ROW));
        SealedSecret sealed = new SealedSecret(
                1,
                HexFormat.of().parseHex(EarlierRelease.WRAPPED),
                HexFormat.of().parseHex(EarlierRelease.CIPHERTEXT));
        assertThat(new String(seals.open(passkey, sealed), US_ASCII)).isEqualTo(EarlierRelease.PASSKEY);
        assertThat(seals.lookup(new Secret(EarlierRelease.PASSKEY))).isEqualTo(EarlierRelease.LOOKUP);
        assertThat(version.fingerprint()).isEqualTo(EarlierRelease.FINGERPRINT);
    }
}
