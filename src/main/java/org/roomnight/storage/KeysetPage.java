package org.roomnight.storage;

import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.ListPosition;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * One page of a list that is sorted by a day and an identifier, cut by what the page before ended with and not by an offset:
 * what comes or goes meanwhile moves no other row. The statement asks for
 * {@code (day > :afterDay OR (day = :afterDay AND id > :afterId))}, in this order, and has {@code LIMIT :size}.
 *
 * @param after null for the first page
 */
public record KeysetPage(@Nullable ListPosition after, int size) {

    /** The same statement with its three parameters. */
    public StatementSpec of(StatementSpec statement) {
        ListPosition last = after == null ? ListPosition.FIRST : after;
        return statement
                .param("afterDay", last.day())
                .param("afterId", last.id())
                .param("size", size);
    }
}
