package org.roomnight.booking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.inventory.RoomNames;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;

/**
 * Finds the room types that a sender means: by identifier, then by the rate that is bound to one, then by what other stays
 * of this statement, or else of the stored booking, have a room under (so that saying the same again means the same,
 * whatever was renamed), then by name.
 */
final class RoomMatching {

    private final List<RoomType> types;
    private final List<Known> stored;

    /** What was said of a stay whose room is known. */
    private record Known(RoomSaid said, StayDates dates, RoomType roomType) {}

    RoomMatching(List<RoomType> types, @Nullable Booking stored) {
        this.types = types;
        this.stored = stored == null
                ? List.of()
                : stored.roomStays().stream()
                        .flatMap(stay -> byIdentifier(stay.roomType()).stream()
                                .map(type -> new Known(stay.said(), stay.dates(), type)))
                        .toList();
    }

    /**
     * Stays of which nobody can tell the room come back without one. A room that was found may tell those of others, so that
     * this ends only when none is found any more.
     */
    List<StayFacts> match(List<StayFacts> stays) {
        List<StayFacts> before;
        List<StayFacts> now = stays;
        do {
            before = now;
            List<Known> own = before.stream()
                    .filter(stay -> stay.roomType() != null)
                    .map(stay -> new Known(stay.said(), stay.dates(), stay.room()))
                    .toList();
            now = before.stream().map(stay -> match(stay, own)).toList();
        } while (!now.equals(before));
        return now;
    }

    private StayFacts match(StayFacts stay, List<Known> own) {
        RoomSaid said = stay.said();
        return stay.roomType() != null
                ? stay
                : stay.in(direct(said)
                        .or(() -> recorded(said.identifier(), RoomSaid::identifier, own))
                        .or(() -> recorded(said.roomRate(), RoomSaid::roomRate, own))
                        .or(() -> recorded(said.name(), RoomSaid::name, own))
                        .or(() -> said.nothing()
                                ? only(stored, known -> known.dates().equals(stay.dates()))
                                : Optional.empty())
                        .or(() -> named(said))
                        .orElse(null));
    }

    /** Without regard to any booking. */
    Optional<RoomType> match(RoomSaid said) {
        return direct(said).or(() -> named(said));
    }

    private Optional<RoomType> direct(RoomSaid said) {
        return byIdentifier(said.identifier())
                .or(() -> Optional.ofNullable(said.roomRate()).flatMap(rate -> RoomNames.bound(types, rate)));
    }

    private Optional<RoomType> named(RoomSaid said) {
        return Optional.ofNullable(said.name()).flatMap(name -> RoomNames.named(types, name));
    }

    private Optional<RoomType> byIdentifier(@Nullable RoomTypeId id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    private <T> Optional<RoomType> recorded(@Nullable T word, Function<RoomSaid, @Nullable T> same, List<Known> own) {
        if (word == null) {
            return Optional.empty();
        }
        Predicate<Known> such = known -> word.equals(same.apply(known.said()));
        return only(own.stream().anyMatch(such) ? own : stored, such);
    }

    /** The one room type that such stays have. */
    private static Optional<RoomType> only(List<Known> of, Predicate<Known> such) {
        List<RoomType> found =
                of.stream().filter(such).map(Known::roomType).distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
