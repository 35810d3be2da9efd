package org.roomnight.booking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.roomnight.availability.Claim;
import org.roomnight.booking.BookingFacts.StayFacts;

/**
 * Which claim of a booking goes on as which wanted unit, so that a calendar sees a changed stay rather than a removed
 * and a new one: same room type and nights first, then the same room type, then whatever is left.
 */
final class ClaimMatching {

    /** A unit that the sender wants, by the position of its room stay, and the claim that becomes it, if any. */
    record Match(int position, StayFacts stay, @Nullable Claim claim) {}

    private static final List<BiPredicate<StayFacts, Claim>> RULES = List.of(
            (stay, claim) -> sameType(stay, claim) && stay.dates().equals(claim.dates()),
            ClaimMatching::sameType,
            (_, _) -> true);

    private final List<Match> matches = new ArrayList<>();
    private final List<Claim> left;

    ClaimMatching(List<StayFacts> stays, List<Claim> claims) {
        this.left = new ArrayList<>(claims);
        for (int position = 0; position < stays.size(); position++) {
            for (int unit = 0; unit < stays.get(position).quantity(); unit++) {
                matches.add(new Match(position, stays.get(position), null));
            }
        }
        RULES.forEach(this::apply);
    }

    /** One a wanted unit, by position. */
    List<Match> matches() {
        return matches;
    }

    private void apply(BiPredicate<StayFacts, Claim> rule) {
        matches.replaceAll(match -> match.claim() != null ? match : matched(match, rule));
    }

    private Match matched(Match match, BiPredicate<StayFacts, Claim> rule) {
        for (Iterator<Claim> claims = left.iterator(); claims.hasNext(); ) {
            Claim claim = claims.next();
            if (rule.test(match.stay(), claim)) {
                claims.remove();
                return new Match(match.position(), match.stay(), claim);
            }
        }
        return match;
    }

    private static boolean sameType(StayFacts stay, Claim claim) {
        return stay.room().id().equals(claim.roomType());
    }
}
