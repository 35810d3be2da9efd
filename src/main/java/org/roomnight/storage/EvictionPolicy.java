package org.roomnight.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Hikari throws connections away that broke; this adds those that the dialect has no use for. */
final class EvictionPolicy implements SQLExceptionOverride {

    private final Predicate<SQLException> unfit;

    EvictionPolicy(Predicate<SQLException> unfit) {
        this.unfit = unfit;
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return unfit.test(failure)
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
