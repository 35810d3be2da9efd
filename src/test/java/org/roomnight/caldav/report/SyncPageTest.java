package org.roomnight.caldav.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.kernel.Revision;

final class SyncPageTest {

    private static List<Change> changes(long... revisions) {
        return LongStream.of(revisions)
                .mapToObj(revision -> new Change("n" + revision, new Revision(revision), false))
                .toList();
    }

    @Test
    void what_fits_is_the_last_page() {
        assertThat(SyncPage.of(changes(), 1)).isEqualTo(new SyncPage(List.of(), true));
        assertThat(SyncPage.of(changes(1, 2, 2), 3)).isEqualTo(new SyncPage(changes(1, 2, 2), true));
    }

    @Test
    void a_page_ends_between_two_revisions() {
        assertThat(SyncPage.of(changes(1, 2, 3), 2)).isEqualTo(new SyncPage(changes(1, 2), false));
        assertThat(SyncPage.of(changes(1, 1, 2, 2), 3)).isEqualTo(new SyncPage(changes(1, 1), false));
    }

    @Test
    void more_of_one_revision_than_fits_leads_nowhere() {
        assertThat(SyncPage.of(changes(1, 1, 1), 2).stuck()).isTrue();
        assertThat(SyncPage.of(changes(), 2).stuck()).isFalse();
        assertThat(SyncPage.ofFirstRevision(changes(1, 1, 1, 2))).isEqualTo(new SyncPage(changes(1, 1, 1), false));
        assertThat(SyncPage.ofFirstRevision(changes(1, 1, 1))).isEqualTo(new SyncPage(changes(1, 1, 1), true));
    }
}
