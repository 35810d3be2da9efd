package org.roomnight.http;

import org.jspecify.annotations.Nullable;

/** An HTTP answer as it was first given, octet for octet. */
@SuppressWarnings("ArrayRecordComponent") // never compared; the octets are written out as they are
public record StoredAnswer(int status, @Nullable String etag, byte[] body) {}
