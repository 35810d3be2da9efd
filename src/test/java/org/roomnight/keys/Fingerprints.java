package org.roomnight.keys;

/** Shows tests of other packages what the database may know of a key. */
public final class Fingerprints {

    private Fingerprints() {}

    public static String ofNewest(KeyRing ring) {
        return ring.newest().fingerprint();
    }
}
