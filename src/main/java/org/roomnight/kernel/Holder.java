package org.roomnight.kernel;

import java.util.UUID;

/** Who occupies nights: what a claim belongs to. */
public sealed interface Holder permits BookingId, BlockId {

    UUID value();
}
