package org.roomnight.oauth;

import java.security.SecureRandom;

/** Unguessable texts of {@code [a-z0-9]} (5.17 bits a character) behind a prefix that log filters recognise. */
final class RandomTexts {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** 103 bits: never twice. */
    private static final int CLIENT_ID_LENGTH = 20;

    /** 206 bits. */
    private static final int SECRET_LENGTH = 40;

    private final SecureRandom random;

    RandomTexts(SecureRandom random) {
        this.random = random;
    }

    String clientId() {
        return "rnc_" + next(CLIENT_ID_LENGTH);
    }

    String clientSecret() {
        return "rns_" + next(SECRET_LENGTH);
    }

    String accessToken() {
        return "rnt_" + next(SECRET_LENGTH);
    }

    private String next(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
