package org.roomnight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.booking.Receipts;
import org.roomnight.http.IdempotencyKey;
import org.roomnight.http.Replays;
import org.roomnight.http.StoredAnswer;
import org.roomnight.kernel.PropertyId;

/** What a door tells of a sale, here the octets of a text. */
public record TestReceipts(
        Replays replays, PropertyId property, @Nullable IdempotencyKey key, Function<Booking, String> text)
        implements Receipts<StoredAnswer> {

    @Override
    public Optional<Sale<StoredAnswer>> earlier() {
        return replays.earlier(property, key).map(earlier -> switch (earlier) {
            case Replays.Outcome.Replayed(StoredAnswer answer) -> new Sale.Replayed<>(answer);
            case Replays.Outcome.KeyReused _ -> new Sale.KeyReused<>();
        });
    }

    @Override
    public StoredAnswer issue(Booking booking, List<Claim> claims) {
        StoredAnswer answer = new StoredAnswer(
                201,
                "\"" + booking.version().value() + "\"",
                text.apply(booking).getBytes(UTF_8));
        replays.keep(property, key, answer);
        return answer;
    }
}
