package org.roomnight.keys;

import java.util.random.RandomGenerator;

/** Unguessable texts of {@code [a-z0-9]}, every character equally likely: 5.17 bits each. */
public final class RandomTexts {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    /** {@code random} must be a SecureRandom outside of tests. */
    public RandomTexts(RandomGenerator random) {
        this.random = random;
    }

    public String next(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
