package org.roomnight.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.calendar.RevisionCache.Doubt;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;

/** What speaks against the last read of a property, and what may be answered from memory then. */
final class RevisionCacheTest {

    private static final PropertyId HOUSE = new PropertyId(new UUID(7, 1));
    private static final PropertyId OTHER = new PropertyId(new UUID(7, 2));
    private static final Stamp READ = new Stamp(new Revision(1), Instant.EPOCH, new HistoryMark("a"));

    private final TickingClock clock = new TickingClock();
    private NodeNews.Line line = NodeNews.Line.UP;
    private final RevisionCache revisions = new RevisionCache(clock, new NodeNews() {
        @Override
        public Line line() {
            return line;
        }

        @Override
        public void tell(Topic topic, PropertyId property) {}

        @Override
        public void listen(Topic topic, Listener listener) {}

        @Override
        public void whenBack(Runnable listener) {}

        @Override
        public long unreadable() {
            return 0;
        }
    });

    private void read() {
        revisions.checked(HOUSE, revisions.before(HOUSE), READ);
        assertKnown();
    }

    private void assertKnown() {
        assertThat(revisions.known(HOUSE)).map(RevisionCache.Known::stamp).contains(READ);
    }

    private void assertDoubt(Doubt doubt) {
        assertThat(revisions.doubt(HOUSE)).isEqualTo(doubt);
        assertThat(revisions.known(HOUSE)).isEmpty();
        assertThat(revisions.last(HOUSE).isPresent()).isEqualTo(doubt != Doubt.CHANGE);
    }

    @Test
    void what_was_never_read_may_be_anything() {
        assertDoubt(Doubt.CHANGE);
    }

    @Test
    void a_change_on_another_node_makes_the_last_read_no_answer_any_more() {
        read();
        revisions.told(OTHER);
        assertKnown();
        revisions.told(HOUSE);
        assertDoubt(Doubt.CHANGE);
        read();
    }

    @Test
    void a_write_of_this_node_makes_the_last_read_no_answer_while_it_lasts_and_afterwards() {
        read();
        revisions.writeBegins(HOUSE);
        assertDoubt(Doubt.CHANGE);
        revisions.checked(HOUSE, revisions.before(HOUSE), READ);
        assertDoubt(Doubt.CHANGE);
        revisions.writeEnded(HOUSE);
        assertDoubt(Doubt.CHANGE);
        read();
    }

    @Test
    void a_read_that_a_change_came_into_is_no_answer() {
        RevisionCache.Before before = revisions.before(HOUSE);
        revisions.told(HOUSE);
        revisions.checked(HOUSE, before, READ);
        assertDoubt(Doubt.CHANGE);
    }

    @Test
    void a_second_without_news_makes_the_last_read_doubtful_by_its_age_alone() {
        read();
        clock.tick(RevisionCache.BELIEVED_ON_SHARED.minusNanos(1));
        assertKnown();
        clock.tick(RevisionCache.BELIEVED_ON_SHARED.minus(RevisionCache.BELIEVED_ON_SHARED.minusNanos(1)));
        assertDoubt(Doubt.AGE);
    }

    @Test
    void news_that_may_have_been_missed_make_it_doubtful_until_it_is_read_again() {
        read();
        line = NodeNews.Line.DOWN;
        assertDoubt(Doubt.SILENCE);
        line = NodeNews.Line.UP;
        revisions.missed();
        assertDoubt(Doubt.SILENCE);
        read();
    }
}
