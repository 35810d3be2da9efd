package org.roomnight.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimKind;
import org.roomnight.availability.NightLedger;
import org.roomnight.conflict.DoubleBooking;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.inventory.RoomType;
import org.roomnight.rest.DoubleBookingDto.ClaimDto;
import tools.jackson.databind.node.ObjectNode;

/** Shows double bookings with the claims that clash, and reads what staff decide about them. */
final class DoubleBookingMapper {

    private final NightLedger ledger;

    DoubleBookingMapper(NightLedger ledger) {
        this.ledger = ledger;
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
                type.map(found -> claims(clash, found)).orElse(List.of()),
                clash.version().value());
    }

    /** Claims made in the same millisecond: the one that found no unit came later. */
    private List<ClaimDto> claims(DoubleBooking clash, RoomType type) {
        List<Claim> claims =
                ledger
                        .inRoomType(
                                clash.property(),
                                type,
                                clash.dates().arrival(),
                                clash.dates().departure())
                        .stream()
                        .sorted(Comparator.comparing(
                                        (Claim claim) -> claim.history().createdAt())
                                .thenComparing(claim -> claim.id().equals(clash.claim()))
                                .thenComparing(claim -> claim.id().value()))
                        .toList();
        return IntStream.range(0, claims.size())
                .mapToObj(place -> show(claims.get(place), place == 0, clash))
                .toList();
    }

    private static ClaimDto show(Claim claim, boolean first, DoubleBooking clash) {
        return new ClaimDto(
                claim.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                claim.kind() == ClaimKind.ROOM_STAY ? claim.holder() : null,
                claim.history().createdAt(),
                first,
                claim.id().equals(clash.claim()));
    }

    static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
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
