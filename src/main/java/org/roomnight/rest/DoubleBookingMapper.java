package org.roomnight.rest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.conflict.Clashes;
import org.roomnight.conflict.Clashes.Party;
import org.roomnight.conflict.DoubleBooking;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.BookingId;
import org.roomnight.rest.DoubleBookingDto.ClaimDto;
import tools.jackson.databind.node.ObjectNode;

/** Shows double bookings with the claims that clash, and reads what staff decide about them. */
final class DoubleBookingMapper {

    private final Clashes clashes;

    DoubleBookingMapper(Clashes clashes) {
        this.clashes = clashes;
    }

    DoubleBookingDto show(DoubleBooking clash, RoomTypeLookup lookup) {
        Optional<RoomType> type = lookup.find(clash.roomType());
        return new DoubleBookingDto(
                clash.id(),
                clash.roomType().value(),
                type.map(RoomType::name).orElse(""),
                clash.dates().arrival(),
                clash.dates().departure(),
                text(clash.state()),
                clash.createdAt(),
                type.isPresent() ? claims(clash) : List.of(),
                clash.version().value());
    }

    private List<ClaimDto> claims(DoubleBooking clash) {
        return clashes.parties(clash).stream().map(DoubleBookingMapper::show).toList();
    }

    private static ClaimDto show(Party party) {
        return switch (party.holder()) {
            case BookingId(UUID id) -> claim("room-stay", id, null, party);
            case BlockId(UUID id) -> claim("block", null, id, party);
        };
    }

    private static ClaimDto claim(String kind, @Nullable UUID booking, @Nullable UUID block, Party party) {
        return new ClaimDto(kind, booking, block, party.knownSince(), party.first(), party.withoutUnit());
    }

    static String text(State state) {
        return JsonWords.of(state);
    }

    /** The state that a merge patch asks for; the only member that can be changed. */
    static State state(ObjectNode patch) {
        Members members = Members.of(patch);
        String said = members.line("state", 20);
        Optional<State> state = java.util.Arrays.stream(State.values())
                .filter(one -> text(one).equals(said))
                .findFirst();
        if (state.isEmpty()) {
            members.missing("state", "open, snoozed or resolved");
        }
        members.refuseUnknown();
        members.refuseIfBroken();
        return state.orElseThrow();
    }
}
