package org.roomnight.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.calendar.Freshness.Doubt;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;

/** What speaks against the last read of a property, and what may be answered from memory then. */
final class FreshnessTest {

    private static final PropertyId HOUSE = new PropertyId(new UUID(7, 1));
    private static final PropertyId OTHER = new PropertyId(new UUID(7, 2));
    private static final Stamp READ = new Stamp(new Revision(1), Instant.EPOCH, new HistoryMark("a"));

    private final TickingClock clock = new TickingClock();
    private NodeNews.Line line = NodeNews.Line.UP;
    private final Freshness freshness = new Freshness(clock, new NodeNews() {
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
        freshness.checked(HOUSE, freshness.before(HOUSE), READ);
        assertKnown();
    }

    private void assertKnown() {
        assertThat(freshness.known(HOUSE)).map(Freshness.Known::stamp).contains(READ);
    }

    private void assertDoubt(Doubt doubt) {
        assertThat(freshness.doubt(HOUSE)).isEqualTo(doubt);
        assertThat(freshness.known(HOUSE)).isEmpty();
        assertThat(freshness.last(HOUSE).isPresent()).isEqualTo(doubt != Doubt.CHANGE);
    }

    @Test
    void what_was_never_read_may_be_anything() {
        assertDoubt(Doubt.CHANGE);
    }

    @Test
    void a_change_on_another_node_makes_the_last_read_no_answer_any_more() {
        read();
        freshness.told(OTHER);
        assertKnown();
        freshness.told(HOUSE);
        assertDoubt(Doubt.CHANGE);
        read();
    }

    @Test
    void a_write_of_this_node_makes_the_last_read_no_answer_while_it_lasts_and_afterwards() {
        read();
        freshness.writeBegins(HOUSE);
        assertDoubt(Doubt.CHANGE);
        freshness.checked(HOUSE, freshness.before(HOUSE), READ);
        assertDoubt(Doubt.CHANGE);
        freshness.writeEnded(HOUSE);
        assertDoubt(Doubt.CHANGE);
        read();
    }

    @Test
    void a_read_that_a_change_came_into_is_no_answer() {
        Freshness.Before before = freshness.before(HOUSE);
        freshness.told(HOUSE);
        freshness.checked(HOUSE, before, READ);
        assertDoubt(Doubt.CHANGE);
    }

    @Test
    void a_second_without_news_makes_the_last_read_doubtful_by_its_age_alone() {
        read();
        clock.tick(Freshness.BELIEVED_ON_SHARED.minusNanos(1));
        assertKnown();
        clock.tick(Freshness.BELIEVED_ON_SHARED.minus(Freshness.BELIEVED_ON_SHARED.minusNanos(1)));
        assertDoubt(Doubt.AGE);
    }

    @Test
    void news_that_may_have_been_missed_make_it_doubtful_until_it_is_read_again() {
        read();
        line = NodeNews.Line.DOWN;
        assertDoubt(Doubt.SILENCE);
        line = NodeNews.Line.UP;
        freshness.missed();
        assertDoubt(Doubt.SILENCE);
        read();
    }
}
