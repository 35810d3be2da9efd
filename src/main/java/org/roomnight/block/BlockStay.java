package org.roomnight.block;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** Nights of a block that follow each other, in one unit of its room type; in any when {@code unit} is null. */
public record BlockStay(StayDates dates, @Nullable UnitId unit) {

    static final Comparator<BlockStay> BY_DATE = Comparator.comparing(
                    (BlockStay stay) -> stay.dates().arrival())
            .thenComparing(stay -> stay.dates().departure())
            .thenComparing(stay -> stay.unit() == null ? "" : stay.unit().toString());
}
