package org.roomnight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;
import org.roomnight.storage.TestDatabases;

final class LastAccessTest {

    @Test
    void as_many_uses_are_noted_as_the_bound_says_and_one_more_pushes_one_out() {
        TickingClock clock = new TickingClock();
        try (Database database = TestDatabases.sqlite()) {
            LastAccess uses =
                    new LastAccess(database.transactions(), new ConnectionRows(database.jdbc()), clock, clock);
            IntStream.range(0, LastAccess.MAX_NOTED).forEach(one -> uses.note(new PropertyId(new UUID(7, one))));
            assertThat(uses.noted()).isEqualTo(LastAccess.MAX_NOTED);
            uses.note(new PropertyId(new UUID(8, 0)));
            assertThat(uses.noted()).isEqualTo(LastAccess.MAX_NOTED);
            uses.flush();
            assertThat(uses.flushed()).isEqualTo(LastAccess.MAX_NOTED);
            uses.note(new PropertyId(new UUID(9, 0)));
            uses.flush();
            assertThat(uses.flushed()).isEqualTo(LastAccess.MAX_NOTED);
        }
    }
}
