package org.roomnight.davxml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From {@code start} to before {@code end}; null is open on that side, and one of both is there (RFC 4791 §9.9). */
public record TimeRange(@Nullable Instant start, @Nullable Instant end) {}
