package org.roomnight.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.booking.Booking;
import org.roomnight.booking.Bookings.Sale;
import org.roomnight.booking.Receipts;
import org.roomnight.http.IdempotencyKey;
import org.roomnight.http.Replays;
import org.roomnight.http.StoredAnswer;
import org.roomnight.inventory.Property;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Lets a call be repeated without being done twice: every POST has one as an argument ({@code OncePerKeyTest}).
 *
 * @param key what the caller calls this request, null where it gave no name
 */
record IdempotentWork(Replays replays, @Nullable IdempotencyKey key) {

    /** An answer, and whether it is that of an earlier request. */
    record Answer(StoredAnswer stored, boolean isReplayed) {}

    Answer of(Property property, Supplier<StoredAnswer> work) {
        return switch (replays.once(property.id(), key, work)) {
            case Replays.Outcome.Done(StoredAnswer answer) -> new Answer(answer, false);
            case Replays.Outcome.Replayed(StoredAnswer answer) -> new Answer(answer, true);
            case Replays.Outcome.KeyReused _ -> throw new Refusal(Refusals.KEY_REUSED);
        };
    }

    /** The same for a sale, which has transactions of its own. */
    Receipts<StoredAnswer> receipts(Property property, BiFunction<Booking, List<Claim>, StoredAnswer> render) {
        return new Receipts<>() {

            @Override
            public Optional<Sale<StoredAnswer>> earlier() {
                return replays.earlier(property.id(), key).map(earlier -> switch (earlier) {
                    case Replays.Outcome.Replayed(StoredAnswer answer) -> new Sale.Replayed<>(answer);
                    case Replays.Outcome.KeyReused _ -> new Sale.KeyReused<>();
                });
            }

            @Override
            public StoredAnswer issue(Booking booking, List<Claim> claims) {
                StoredAnswer answer = render.apply(booking, claims);
                replays.keep(property.id(), key, answer);
                return answer;
            }
        };
    }

    /** The answer about something new, as it is kept. */
    static StoredAnswer created(long version, Object body) {
        return new StoredAnswer(
                HttpStatus.CREATED.value(), "\"" + version + "\"", JsonText.MAPPER.writeValueAsBytes(body));
    }

    /** A kept answer as it is sent: with the address of what was made, which is the folder and the member of the body. */
    static ResponseEntity<byte[]> made(String folder, String member, StoredAnswer answer) {
        String identifier = JsonText.MAPPER.readTree(answer.body()).get(member).stringValue();
        ResponseEntity.BodyBuilder built = ResponseEntity.status(answer.status())
                .header("Location", folder + identifier)
                .contentType(MediaType.APPLICATION_JSON);
        if (answer.etag() != null) {
            built.header("ETag", answer.etag());
        }
        return built.body(answer.body());
    }

    /** The same answer with the mark that nothing was done again. */
    static <T> ResponseEntity<T> replayed(ResponseEntity<T> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("Idempotent-Replayed", "true")
                .body(answer.getBody());
    }
}
