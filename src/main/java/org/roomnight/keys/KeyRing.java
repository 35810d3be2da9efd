package org.roomnight.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** All versions of the server's keys: the newest encrypts, all decrypt and find. */
public final class KeyRing {

    private final List<KeyVersion> newestFirst;

    KeyRing(List<KeyVersion> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a key ring needs a key");
        }
        this.newestFirst = versions.stream()
                .sorted(Comparator.comparingInt(KeyVersion::number).reversed())
                .toList();
    }

    /** A new one with one version. */
    public static KeyRing random(SecureRandom random) {
        return new KeyRing(List.of(KeyVersion.random(1, random)));
    }

    /** The same keys and a new version, which encrypts from now on. */
    public KeyRing withNewVersion(SecureRandom random) {
        KeyVersion added = KeyVersion.random(newest().number() + 1, random);
        return new KeyRing(Stream.concat(Stream.of(added), newestFirst.stream()).toList());
    }

    List<KeyVersion> newestFirst() {
        return newestFirst;
    }

    KeyVersion newest() {
        return newestFirst.getFirst();
    }

    Optional<KeyVersion> version(int number) {
        return newestFirst.stream().filter(key -> key.number() == number).findFirst();
    }

    /** Whether the ring has these very keys; {@code fingerprints} are by version. */
    boolean hasAll(Map<Integer, String> fingerprints) {
        return fingerprints.entrySet().stream()
                .allMatch(used -> version(used.getKey())
                        .filter(key -> key.fingerprint().equals(used.getValue()))
                        .isPresent());
    }

    /**
     * A key of its own for one purpose outside of this package, the same on every node. It changes with a new version,
     * so that it must only guard what may then begin again, such as the cursor of a list.
     */
    public SecretKey derived(String purpose) {
        byte[] label = ("roomnight derived key " + purpose).getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(Hmac.of(newest().lookup(), label), Hmac.ALGORITHM);
    }

    @Override
    public String toString() {
        return "key ring " + newestFirst;
    }
}
