package org.roomnight.davxml;

/** What reading a request body gave. */
public sealed interface Asked<T> {

    record Read<T>(T request) implements Asked<T> {}

    record Rejected<T>(DavRefusal refusal) implements Asked<T> {}
}
