package org.roomnight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.Seeds;
import org.roomnight.kernel.Secret;

final class PasskeyTest {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int START = Passkey.PREFIX.length();

    private final Random random = Seeds.random();

    private static boolean isRead(String text) {
        return Passkey.parse(new Secret(text)).isPresent();
    }

    @Test
    void a_passkey_has_the_form_that_the_api_promises_and_is_read_back() {
        for (int i = 0; i < 1_000; i++) {
            Passkey passkey = Passkey.random(random);
            assertThat(passkey.reveal()).matches("pkey_[a-z0-9]{32}");
            assertThat(Passkey.parse(new Secret(passkey.reveal()))).contains(passkey);
        }
    }

    @Test
    void no_two_passkeys_are_the_same() {
        SecureRandom secure = new SecureRandom();
        Set<String> seen = new HashSet<>();
        Stream.generate(() -> Passkey.random(secure)).limit(20_000).forEach(passkey -> seen.add(passkey.reveal()));
        assertThat(seen).hasSize(20_000);
    }

    /** With 35 degrees of freedom chi-square exceeds 90 once in two million runs; a plain modulo gives about 340. */
    @Test
    void every_random_character_is_equally_likely() {
        int passkeys = 10_000;
        int[] counts = new int[ALPHABET.length()];
        for (int i = 0; i < passkeys; i++) {
            Passkey.random(random)
                    .reveal()
                    .substring(START, START + Passkey.RANDOM_LENGTH)
                    .chars()
                    .forEach(c -> counts[ALPHABET.indexOf(c)]++);
        }
        double expected = passkeys * (double) Passkey.RANDOM_LENGTH / counts.length;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(90);
    }

    @Test
    void every_error_of_one_character_is_refused() {
        for (int i = 0; i < 100; i++) {
            String right = Passkey.random(random).reveal();
            for (int at = START; at < right.length(); at++) {
                for (int digit = 0; digit < ALPHABET.length(); digit++) {
                    char other = ALPHABET.charAt(digit);
                    if (other != right.charAt(at)) {
                        assertThat(isRead(right.substring(0, at) + other + right.substring(at + 1)))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void two_neighbouring_characters_that_changed_places_are_refused() {
        for (int i = 0; i < 500; i++) {
            String right = Passkey.random(random).reveal();
            for (int at = START; at < right.length() - 1; at++) {
                if (right.charAt(at) != right.charAt(at + 1)) {
                    String swapped =
                            right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
                    assertThat(isRead(swapped)).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pkey_",
                "pkey_7fn92kd8s0x4m5qw9r3j1lp8n6t2u4v0",
                "PKEY_7fn92kd8s0x4m5qw9r3j1lp8n6t2u4v0",
                "pkey-7fn92kd8s0x4m5qw9r3j1lp8n6t2u4v0",
                "pkey_7fn92kd8s0x4m5qw9r3j1lp8n6t2u4v\0",
                "pkey_７fn92kd8s0x4m5qw9r3j1lp8n6t2u4v0"
            })
    void what_is_no_passkey_is_refused(String text) {
        assertThat(isRead(text)).isFalse();
    }

    @Test
    void a_passkey_with_anything_around_it_or_in_upper_case_is_refused() {
        String right = Passkey.random(random).reveal();
        assertThat(Stream.of(
                        right + " ",
                        " " + right,
                        right + "a",
                        right.substring(1),
                        right.toUpperCase(java.util.Locale.ROOT)))
                .noneMatch(PasskeyTest::isRead);
        assertThat(isRead(right.repeat(10_000))).isFalse();
    }

    @Test
    void a_passkey_does_not_show_itself() {
        assertThat(Passkey.random(random)).hasToString("***");
    }
}
