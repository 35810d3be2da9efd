package org.roomnight.conflict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roomnight.availability.Claim;
import org.roomnight.availability.NightLedger;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.Holder;
import org.roomnight.kernel.UnitId;

/** Who clashes with whom on the nights of a double booking, and who is known since when. */
public final class Clashes {

    /** Other claims without a unit that are named: each has a double booking of its own, and one night may have hundreds. */
    public static final int MAX_WAITING = 50;

    private final NightLedger ledger;

    Clashes(NightLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * One claim of a clash.
     *
     * @param knownSince when we learnt of it, which is not when it was sold
     * @param first whether it is known longest
     * @param withoutUnit whether it is the one that found no free unit
     */
    public record Party(ClaimId claim, Holder holder, Instant knownSince, boolean first, boolean withoutUnit) {}

    /** Who is known longest comes first. Of claims made in the same millisecond the one that found no unit came later. */
    public List<Party> parties(DoubleBooking clash) {
        List<Claim> claims = sameUnit(clash, clashing(clash)).stream()
                .sorted(Comparator.comparing((Claim claim) -> claim.history().createdAt())
                        .thenComparing(claim -> isAbout(clash, claim))
                        .thenComparing(claim -> claim.id().value()))
                .toList();
        return IntStream.range(0, claims.size())
                .mapToObj(place -> party(claims.get(place), place, clash))
                .toList();
    }

    private static Party party(Claim claim, int place, DoubleBooking clash) {
        return new Party(claim.id(), claim.holder(), claim.history().createdAt(), place == 0, isAbout(clash, claim));
    }

    private static boolean isAbout(DoubleBooking clash, Claim claim) {
        return claim.id().equals(clash.claim());
    }

    /** Those that have the nights, some of those that wait for them, and the one that the double booking is about. */
    private List<Claim> clashing(DoubleBooking clash) {
        List<Claim> claims =
                new ArrayList<>(ledger.clashing(clash.property(), clash.roomType(), clash.dates(), MAX_WAITING));
        if (claims.stream().noneMatch(claim -> isAbout(clash, claim))) {
            ledger.find(clash.property(), clash.claim())
                    .filter(claim -> claim.roomType().equals(clash.roomType())
                            && claim.dates().overlaps(clash.dates()))
                    .ifPresent(claims::add);
        }
        return claims;
    }

    /** A claim that found no unit clashes with all others; one that wants a certain unit only with who is in that. */
    private static List<Claim> sameUnit(DoubleBooking clash, List<Claim> claims) {
        Optional<UnitId> wanted = claims.stream()
                .filter(claim -> isAbout(clash, claim))
                .flatMap(claim -> Optional.ofNullable(claim.wantedUnit()).stream())
                .findFirst();
        return claims.stream()
                .filter(claim -> isAbout(clash, claim) || wanted.isEmpty() || sleepsIn(wanted.get(), claim, clash))
                .toList();
    }

    private static boolean sleepsIn(UnitId unit, Claim claim, DoubleBooking clash) {
        return clash.dates().everyNight().stream()
                .anyMatch(night -> unit.equals(claim.placement().nights().get(night)));
    }
}
