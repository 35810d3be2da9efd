package org.roomnight.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Booking.RoomStay;
import org.roomnight.booking.BookingFacts.StayFacts;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;

/** Makes what is stored of stays from what is said of them, and the other way round. */
final class RoomStays {

    private RoomStays() {}

    /** {@code claims} has one a unit, in the order of the stays. */
    static List<RoomStay> of(List<StayFacts> stays, List<ClaimId> claims, @Nullable Booking stored) {
        List<RoomStay> made = new ArrayList<>();
        int next = 0;
        for (StayFacts stay : stays) {
            made.add(new RoomStay(
                    stay.roomType() == null ? null : stay.roomType().id(),
                    said(stay, made.size(), stored),
                    stay.dates(),
                    stay.party(),
                    stay.kept(),
                    claims.subList(next, next + stay.quantity())));
            next += stay.quantity();
        }
        return made;
    }

    /**
     * As it was said; without a name under the one that the stay has already, so that a new name of the room changes
     * nothing.
     */
    private static RoomSaid said(StayFacts stay, int position, @Nullable Booking stored) {
        RoomType type = stay.roomType();
        RoomSaid said = stay.said();
        if (type == null) {
            return said;
        }
        return new RoomSaid(
                type.id().equals(said.identifier()) ? null : said.identifier(),
                said.roomRate(),
                said.name() == null ? name(type, position, stored) : said.name());
    }

    private static String name(RoomType type, int position, @Nullable Booking stored) {
        return Optional.ofNullable(stored).map(Booking::roomStays).stream()
                .filter(known -> known.size() > position)
                .map(known -> known.get(position))
                .filter(known -> type.id().equals(known.roomType()))
                .flatMap(known -> Stream.ofNullable(known.said().name()))
                .findFirst()
                .orElse(type.name());
    }

    /** What would have to be said so that this is stored, among the room types that there are. */
    static StayFacts facts(RoomStay stay, List<RoomType> types) {
        RoomType type = types.stream()
                .filter(one -> one.id().equals(stay.roomType()))
                .findFirst()
                .orElse(null);
        return new StayFacts(type, stay.said(), stay.dates(), stay.party(), stay.quantity(), stay.kept());
    }
}
