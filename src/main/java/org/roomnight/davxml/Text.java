package org.roomnight.davxml;

/** Characters between tags, CDATA included. */
public record Text(String value) implements Node {}
