package org.roomnight.durability;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The property that is written to. {@code wide} has room for nearly all; {@code hot} has two units and twelve nights, so
 * that refusals and double bookings come too.
 */
record House(UUID managingEntity, UUID property, UUID wide, UUID hot, String token) {

    static final int WIDE_UNITS = 60;
    static final int HOT_UNITS = 2;
    static final LocalDate FIRST_NIGHT = LocalDate.of(2027, 1, 1);

    private static final int WIDE_NIGHTS = 720;
    private static final int HOT_NIGHTS = 12;
    private static final int MAX_STAY = 3;

    List<UUID> roomTypes() {
        return List.of(wide, hot);
    }

    String path(String rest) {
        return "/api/managing-entity/%s/extranet%s".formatted(managingEntity, rest);
    }

    /** Three sales to one recording; one in five of them in the hot room. */
    Operation next(String code, RandomGenerator random) {
        boolean crowded = random.nextInt(5) == 0;
        LocalDate arrival = FIRST_NIGHT.plusDays(random.nextInt(crowded ? HOT_NIGHTS : WIDE_NIGHTS));
        LocalDate departure = arrival.plusDays(1 + random.nextInt(MAX_STAY));
        Operation.Kind kind = random.nextInt(4) == 0 ? Operation.Kind.RECORD : Operation.Kind.SELL;
        UUID booking = new UUID(random.nextLong(), random.nextLong());
        return new Operation(kind, code, booking, crowded ? hot : wide, arrival, departure);
    }

    /** A sale of one or two of the hot room's nights: nearly every one meets others. */
    Operation nextLastUnit(String code, RandomGenerator random) {
        LocalDate arrival = FIRST_NIGHT.plusDays(random.nextInt(HOT_NIGHTS));
        return new Operation(
                Operation.Kind.SELL, code, new UUID(0, 0), hot, arrival, arrival.plusDays(1 + random.nextInt(2)));
    }
}
