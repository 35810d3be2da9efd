package org.roomnight.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Which claim of a block goes on as which wanted unit: the same nights of the same unit first, so that they stay where
 * they are, then the same nights, then the same unit, then the same room type, then whatever is left.
 */
final class ClaimMatching {

    /** One unit of a room type for one stay. */
    record Wanted(RoomType roomType, @Nullable UnitId unit, StayDates dates) {}

    /** What is wanted and the claim that becomes it, if any. */
    record Match(Wanted wanted, @Nullable Claim claim) {}

    /** What a claim and what is wanted must have in common; null stands for whatever it is. */
    private record Common(
            @Nullable RoomTypeId roomType,
            @Nullable UnitId unit,
            @Nullable StayDates dates) {

        Common sameNights() {
            return new Common(roomType, null, dates);
        }

        Common sameUnit() {
            return new Common(roomType, unit, null);
        }

        Common sameType() {
            return new Common(roomType, null, null);
        }

        Common anything() {
            return new Common(null, null, null);
        }
    }

    private static final List<UnaryOperator<Common>> RULES =
            List.of(UnaryOperator.identity(), Common::sameNights, Common::sameUnit, Common::sameType, Common::anything);

    private final List<Match> matches = new ArrayList<>();
    private final Map<ClaimId, Claim> left = new LinkedHashMap<>();

    ClaimMatching(List<Wanted> wanted, List<Claim> claims) {
        claims.forEach(claim -> left.put(claim.id(), claim));
        wanted.forEach(one -> matches.add(new Match(one, null)));
        RULES.forEach(this::apply);
    }

    /** One for each that is wanted, in that order. */
    List<Match> matches() {
        return matches;
    }

    /** Looks claims up by what the rule wants in common, for each of hundreds may be the claim of each of hundreds. */
    private void apply(UnaryOperator<Common> rule) {
        Map<Common, Deque<Claim>> claims = new HashMap<>();
        left.values()
                .forEach(claim -> claims.computeIfAbsent(rule.apply(of(claim)), _ -> new ArrayDeque<>())
                        .addLast(claim));
        matches.replaceAll(match -> {
            Deque<Claim> fitting = match.claim() == null ? claims.get(rule.apply(of(match.wanted()))) : null;
            Claim found = fitting == null ? null : fitting.pollFirst();
            if (found == null) {
                return match;
            }
            left.remove(found.id());
            return new Match(match.wanted(), found);
        });
    }

    private static Common of(Claim claim) {
        return new Common(claim.roomType(), claim.wantedUnit(), claim.dates());
    }

    private static Common of(Wanted wanted) {
        return new Common(wanted.roomType().id(), wanted.unit(), wanted.dates());
    }
}
