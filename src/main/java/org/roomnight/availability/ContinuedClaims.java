package org.roomnight.availability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * Which claim of a holder goes on as which unit that it wants, so that a calendar sees a changed stay rather than a removed
 * and a new one: the same nights of the same unit first, so that they stay where they are, then the same nights, then the
 * same unit, then the same room type, then whatever is left.
 */
final class ContinuedClaims {

    /** What is wanted and the claim that becomes it; null where none does. */
    record Continued(Wanted wanted, @Nullable Claim claim) {}

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

    private static final List<UnaryOperator<Common>> STEPS =
            List.of(UnaryOperator.identity(), Common::sameNights, Common::sameUnit, Common::sameType, Common::anything);

    private final List<Continued> continued = new ArrayList<>();
    private final Map<ClaimId, Claim> left = new LinkedHashMap<>();

    /** Where several claims fit alike, the first of them is taken. */
    ContinuedClaims(List<Wanted> wanted, List<Claim> claims) {
        claims.forEach(claim -> left.put(claim.id(), claim));
        wanted.forEach(one -> continued.add(new Continued(one, null)));
        STEPS.forEach(this::match);
    }

    /** One for each that is wanted, in that order. */
    List<Continued> continued() {
        return continued;
    }

    /** Looks claims up by what they must have in common, for each of hundreds may be the claim of each of hundreds. */
    private void match(UnaryOperator<Common> step) {
        Map<Common, Deque<Claim>> claims = new HashMap<>();
        left.values()
                .forEach(claim -> claims.computeIfAbsent(step.apply(of(claim)), _ -> new ArrayDeque<>())
                        .addLast(claim));
        continued.replaceAll(one -> {
            Deque<Claim> fitting = one.claim() == null ? claims.get(step.apply(of(one.wanted()))) : null;
            Claim found = fitting == null ? null : fitting.pollFirst();
            if (found == null) {
                return one;
            }
            left.remove(found.id());
            return new Continued(one.wanted(), found);
        });
    }

    private static Common of(Claim claim) {
        return new Common(claim.roomType(), claim.wantedUnit(), claim.dates());
    }

    private static Common of(Wanted wanted) {
        return new Common(wanted.roomType().id(), wanted.unit(), wanted.dates());
    }
}
