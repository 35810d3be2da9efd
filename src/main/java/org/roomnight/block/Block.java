package org.roomnight.block;

import java.time.Instant;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;

/** Nights that staff took off sale; its claims have its identifier as their holder. */
public record Block(
        BlockId id, PropertyId property, BlockFacts facts, Version version, Instant createdAt, Instant changedAt) {}
