package org.roomnight.keys;

/**
 * What a kind of secret is sealed for. Both parts are ASCII and never change, because sealed octets are bound to them.
 *
 * @param kind what is sealed, such as {@code passkey}; no kind begins with the name of another one
 * @param use what it may be used for, such as {@code caldav}; may be empty
 */
public record SealPurpose(String kind, String use) {}
