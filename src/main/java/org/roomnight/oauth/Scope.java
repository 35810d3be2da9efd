package org.roomnight.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a token lets its holder do: {@code section.action}. */
public enum Scope {
    INTEGRATIONS_READ("integrations.read"),
    INTEGRATIONS_WRITE("integrations.write"),
    INTEGRATIONS_REMOVE("integrations.remove"),
    BOOKING_READ("booking.read"),
    BOOKING_WRITE("booking.write"),
    BOOKING_REMOVE("booking.remove"),
    INVENTORY_READ("inventory.read"),
    INVENTORY_WRITE("inventory.write"),
    INVENTORY_REMOVE("inventory.remove");

    /** Sections of the platform that this server has no part of. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:marketing|content|analytics|payment|accounting|mcp)(?:\\.(?:read|write|remove))?");

    private static final Map<String, Scope> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::text, Function.identity()));

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As it is written in requests, such as {@code booking.read}. */
    public String text() {
        return text;
    }

    public static Optional<Scope> parse(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** Whether a word is a scope of the platform that means nothing here: who asks for it is given the rest. */
    static boolean elsewhere(String word) {
        return ELSEWHERE.matcher(word).matches();
    }

    public static Set<Scope> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Scope.class));
    }

    /** The scopes among some words; words that are no scope are left out. */
    static Set<Scope> among(Collection<String> words) {
        EnumSet<Scope> found = EnumSet.noneOf(Scope.class);
        words.forEach(word -> parse(word).ifPresent(found::add));
        return Collections.unmodifiableSet(found);
    }

    /** The scopes of a space-separated list (RFC 6749 §3.3). */
    static Set<Scope> list(String text) {
        return among(Arrays.asList(text.split(" ", -1)));
    }

    /** A space-separated list in the order of this enum. */
    static String join(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }

    static Set<String> texts(Set<Scope> scopes) {
        return scopes.stream().map(Scope::text).collect(Collectors.toUnmodifiableSet());
    }
}
