package org.roomnight.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roomnight.availability.Claim;
import org.roomnight.availability.NightLedger;
import org.roomnight.conflict.DoubleBooking;
import org.roomnight.conflict.DoubleBooking.State;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BlockId;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.UnitId;
import org.roomnight.rest.DoubleBookingDto.ClaimDto;
import tools.jackson.databind.node.ObjectNode;

/** Shows double bookings with the claims that clash, and reads what staff decide about them. */
final class DoubleBookingMapper {

    /** Other claims without a unit that are shown: each has a record of its own, and one night may have hundreds. */
    static final int MAX_WAITING_SHOWN = 50;

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
        List<Claim> claims = sameUnit(clash, clashing(clash, type))
                .sorted(Comparator.comparing((Claim claim) -> claim.history().createdAt())
                        .thenComparing(claim -> claim.id().equals(clash.claim()))
                        .thenComparing(claim -> claim.id().value()))
                .toList();
        return IntStream.range(0, claims.size())
                .mapToObj(place -> show(claims.get(place), place == 0, clash))
                .toList();
    }

    /** Those that have the nights, some of those that wait for them, and the one that the double booking is about. */
    private List<Claim> clashing(DoubleBooking clash, RoomType type) {
        List<Claim> claims = new ArrayList<>(ledger.clashing(clash.property(), type.id(), clash.dates(), MAX_WAITING_SHOWN));
        if (claims.stream().noneMatch(claim -> claim.id().equals(clash.claim()))) {
            ledger.find(clash.property(), clash.claim())
                    .filter(claim -> claim.roomType().equals(clash.roomType())
                            && claim.dates().overlaps(clash.dates()))
                    .ifPresent(claims::add);
        }
        return claims;
    }

    /** A claim that found no unit clashes with all others; one that wants a certain unit only with who is in that. */
    private static Stream<Claim> sameUnit(DoubleBooking clash, List<Claim> claims) {
        Optional<UnitId> wanted = claims.stream()
                .filter(claim -> claim.id().equals(clash.claim()))
                .flatMap(claim -> Stream.ofNullable(claim.wantedUnit()))
                .findFirst();
        return claims.stream()
                .filter(claim -> claim.id().equals(clash.claim())
                        || wanted.isEmpty()
                        || clash.dates().everyNight().stream()
                                .anyMatch(night -> wanted.get()
                                        .equals(claim.placement().nights().get(night))));
    }

    private static ClaimDto show(Claim claim, boolean first, DoubleBooking clash) {
        Instant since = claim.history().createdAt();
        boolean withoutUnit = claim.id().equals(clash.claim());
        return switch (claim.holder()) {
            case BookingId(UUID id) -> new ClaimDto("room-stay", id, null, since, first, withoutUnit);
            case BlockId(UUID id) -> new ClaimDto("block", null, id, since, first, withoutUnit);
        };
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
