package org.roomnight.block;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Which claim of a block goes on as which wanted unit: the same nights of the same unit first, so that they stay where
 * they are, then the same nights, then the same unit, then the same room type, then whatever is left.
 */
final class ClaimMatching {

    /** One unit of a room type for one stay. */
    record Wanted(RoomType roomType, @Nullable UnitId unit, StayDates dates) {

        private boolean sameType(Claim claim) {
            return roomType.id().equals(claim.roomType());
        }

        private boolean sameUnit(Claim claim) {
            return sameType(claim) && Objects.equals(unit, claim.wantedUnit());
        }

        private boolean sameNights(Claim claim) {
            return sameType(claim) && dates.equals(claim.dates());
        }
    }

    /** What is wanted and the claim that becomes it, if any. */
    record Match(Wanted wanted, @Nullable Claim claim) {}

    private static final List<BiPredicate<Wanted, Claim>> RULES = List.of(
            (wanted, claim) -> wanted.sameUnit(claim) && wanted.sameNights(claim),
            Wanted::sameNights,
            Wanted::sameUnit,
            Wanted::sameType,
            (_, _) -> true);

    private final List<Match> matches = new ArrayList<>();
    private final List<Claim> left;

    ClaimMatching(List<Wanted> wanted, List<Claim> claims) {
        this.left = new ArrayList<>(claims);
        wanted.forEach(one -> matches.add(new Match(one, null)));
        RULES.forEach(this::apply);
    }

    /** One for each that is wanted, in that order. */
    List<Match> matches() {
        return matches;
    }

    /** Claims that nothing wants any more. */
    List<Claim> left() {
        return left;
    }

    private void apply(BiPredicate<Wanted, Claim> rule) {
        matches.replaceAll(match -> match.claim() != null ? match : matched(match, rule));
    }

    private Match matched(Match match, BiPredicate<Wanted, Claim> rule) {
        for (Iterator<Claim> claims = left.iterator(); claims.hasNext(); ) {
            Claim claim = claims.next();
            if (rule.test(match.wanted(), claim)) {
                claims.remove();
                return new Match(match.wanted(), claim);
            }
        }
        return match;
    }
}
