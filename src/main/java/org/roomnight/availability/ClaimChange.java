package org.roomnight.availability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;

/** What became of a claim; {@code roomType} is the one it is in now. */
public sealed interface ClaimChange {

    /** It is new. */
    record Claimed(Claim now, RoomType roomType) implements ClaimChange {}

    /** Dates, room type, units or label changed; {@code before} is what listeners heard last. */
    record Changed(Claim before, Claim now, RoomType roomType) implements ClaimChange {}

    record Released(Claim before) implements ClaimChange {}

    /** Each claim once, with all that became of it: listeners hear of it one time. */
    static List<ClaimChange> joined(List<ClaimChange> changes) {
        Map<ClaimId, ClaimChange> joined = new LinkedHashMap<>();
        changes.forEach(change -> joined.merge(change.claim(), change, ClaimChange::then));
        return new ArrayList<>(joined.values());
    }

    private ClaimId claim() {
        return switch (this) {
            case Claimed(Claim now, var _) -> now.id();
            case Changed(var _, Claim now, var _) -> now.id();
            case Released(Claim before) -> before.id();
        };
    }

    private ClaimChange then(ClaimChange later) {
        if (!(later instanceof Changed(var _, Claim now, RoomType roomType))) {
            throw new IllegalStateException("made or released twice: " + later);
        }
        return switch (this) {
            case Claimed _ -> new Claimed(now, roomType);
            case Changed(Claim before, var _, var _) -> new Changed(before, now, roomType);
            case Released _ -> throw new IllegalStateException("changed after its release: " + later);
        };
    }
}
