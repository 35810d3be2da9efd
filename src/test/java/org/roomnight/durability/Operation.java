package org.roomnight.durability;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One write that a client asks for. {@code code} names it in the journal, is its booking code in the server and, for a
 * sale, its idempotency key; {@code booking} is the target of a cancellation or the identifier of a recording.
 */
record Operation(Kind kind, String code, UUID booking, UUID roomType, LocalDate arrival, LocalDate departure) {

    enum Kind {
        SELL,
        RECORD,
        CANCEL
    }

    Operation cancelling(UUID sold) {
        return new Operation(Kind.CANCEL, code, sold, roomType, arrival, departure);
    }

    long nights() {
        return departure.toEpochDay() - arrival.toEpochDay();
    }

    String toLine() {
        return String.join(
                "|",
                List.of(
                        kind.name(),
                        code,
                        booking.toString(),
                        roomType.toString(),
                        arrival.toString(),
                        departure.toString()));
    }

    static Operation ofLine(String line) {
        String[] parts = line.split("\\|", -1);
        return new Operation(
                Kind.valueOf(parts[0]),
                parts[1],
                UUID.fromString(parts[2]),
                UUID.fromString(parts[3]),
                LocalDate.parse(parts[4]),
                LocalDate.parse(parts[5]));
    }
}
