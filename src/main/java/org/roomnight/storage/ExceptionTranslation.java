package org.roomnight.storage;

import java.sql.SQLException;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Dialect.Failure;

/** Tells a broken database from broken work, by the SQL error at the root of an exception. */
final class ExceptionTranslation {

    private ExceptionTranslation() {}

    /** What the failure means; one without an SQL error in it is the work's own. */
    static Failure classify(Dialect dialect, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return dialect.classify(sql);
            }
        }
        return Failure.STATEMENT;
    }

    static RuntimeException translate(Dialect dialect, RuntimeException failure) {
        if (failure instanceof StorageUnavailableException) {
            return failure;
        }
        return switch (classify(dialect, failure)) {
            case UNAVAILABLE, RETRY, LOCKED ->
                new StorageUnavailableException(false, "%s cannot answer now".formatted(dialect.product()), failure);
            case STATEMENT -> failure;
        };
    }
}
