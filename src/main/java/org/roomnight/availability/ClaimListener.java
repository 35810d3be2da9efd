package org.roomnight.availability;

import java.util.List;
import org.roomnight.kernel.PropertyId;

/** Hears of every change of a claim inside the transaction that makes it. */
public interface ClaimListener {

    /** What changes at once, each claim one time: a block that recurs has hundreds, which want few statements. */
    void changed(PropertyId property, List<ClaimChange> changes);
}
