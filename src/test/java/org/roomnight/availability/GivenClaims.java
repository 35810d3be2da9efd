package org.roomnight.availability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;

/** Changes of claims whose identifiers a test gives; call them in a write. */
public final class GivenClaims {

    private GivenClaims() {}

    public static Claim record(NightLedger ledger, PropertyId property, ClaimRequest request) {
        return claims(ledger.change(property, List.of(), List.of(request), OnTaken.KEEP))
                .getFirst();
    }

    /** Changes those that are there already, and releases the unwanted. Claimed names the claims that are new. */
    public static ClaimResult change(
            NightLedger ledger,
            PropertyId property,
            List<ClaimRequest> wanted,
            List<ClaimId> unwanted,
            OnTaken onTaken) {
        List<Claim> held = Stream.concat(wanted.stream().map(ClaimRequest::id), unwanted.stream())
                .distinct()
                .flatMap(claim -> ledger.find(property, claim).stream())
                .toList();
        Set<ClaimId> known = held.stream().map(Claim::id).collect(Collectors.toSet());
        return switch (ledger.change(property, held, wanted, onTaken)) {
            case ClaimResult.Claimed(List<Claim> claims) ->
                new ClaimResult.Claimed(claims.stream()
                        .filter(claim -> !known.contains(claim.id()))
                        .toList());
            case ClaimResult.Taken taken -> taken;
        };
    }

    public static void release(NightLedger ledger, PropertyId property, ClaimId claim) {
        change(ledger, property, List.of(), List.of(claim), OnTaken.KEEP);
    }

    private static List<Claim> claims(ClaimResult result) {
        return switch (result) {
            case ClaimResult.Claimed(List<Claim> claims) -> claims;
            case ClaimResult.Taken taken -> throw new AssertionError(taken);
        };
    }
}
