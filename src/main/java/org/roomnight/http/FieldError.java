package org.roomnight.http;

/**
 * What is wrong with one member of a request body.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body, such as {@code /roomStays/0/endDate}
 * @param detail a sentence for the caller, without secrets and guest names
 */
public record FieldError(String pointer, String detail) {}
