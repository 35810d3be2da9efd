package org.roomnight.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.TickingClock;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.HistoryMark;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.Stamp;

/** What is remembered of properties has a bound, and what is forgotten is asked for again. */
final class BoundsTest {

    private static final Stamp STAMP = new Stamp(new Revision(1), Instant.EPOCH, new HistoryMark("a"));

    private final TickingClock clock = new TickingClock();

    private static PropertyId property(int number) {
        return new PropertyId(new UUID(7, number * 0x9E3779B97F4A7C15L));
    }

    private static void each(int from, int to, IntConsumer step) {
        IntStream.rangeClosed(from, to).forEach(step);
    }

    private static RenderedCalendar calendar(int octets) {
        return new RenderedCalendar(new RenderedCalendar.Head(STAMP, "e"), octets, null, new byte[octets]);
    }

    private static final class Only implements NodeNews {
        @Override
        public Line line() {
            return Line.ONLY_NODE;
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
    }

    @Test
    void as_many_revisions_are_remembered_as_the_bound_says_and_one_more_pushes_one_out() {
        RevisionCache freshness = new RevisionCache(clock, new Only());
        IntConsumer read = one -> freshness.checked(property(one), freshness.before(property(one)), STAMP);
        each(1, RevisionCache.MAX_REMEMBERED, read);
        assertThat(freshness.remembered()).isEqualTo(RevisionCache.MAX_REMEMBERED);
        read.accept(RevisionCache.MAX_REMEMBERED + 1);
        assertThat(freshness.remembered()).isEqualTo(RevisionCache.MAX_REMEMBERED);
    }

    @Test
    void a_write_is_noticed_whoever_shares_its_counter_and_however_much_was_forgotten() {
        RevisionCache freshness = new RevisionCache(clock, new Only());
        PropertyId house = property(1);
        RevisionCache.Before before = freshness.before(house);
        each(
                2,
                RevisionCache.MAX_REMEMBERED + 2,
                one -> freshness.checked(property(one), freshness.before(property(one)), STAMP));
        freshness.writeBegins(house);
        freshness.writeEnded(house);
        freshness.checked(house, before, STAMP);
        assertThat(freshness.known(house)).isEmpty();
        freshness.checked(house, freshness.before(house), STAMP);
        assertThat(freshness.known(house)).isPresent();
    }

    @Test
    void heads_and_octets_of_calendars_are_bounded() {
        RenderedCalendarCache kept = new RenderedCalendarCache();
        IntConsumer confirm = one -> kept.confirm(property(one), calendar(1).head(), one);
        each(1, RenderedCalendarCache.MAX_HEADS, confirm);
        assertThat(kept.heads()).isEqualTo(RenderedCalendarCache.MAX_HEADS);
        confirm.accept(RenderedCalendarCache.MAX_HEADS + 1);
        assertThat(kept.heads()).isEqualTo(RenderedCalendarCache.MAX_HEADS);
        int half = (int) (RenderedCalendarCache.MAX_OCTETS / 2);
        kept.keep(property(1), calendar(half));
        kept.keep(property(2), calendar(half));
        assertThat(kept.octets()).isEqualTo(2L * half);
        kept.keep(property(3), calendar(half));
        assertThat(kept.octets()).isLessThanOrEqualTo(RenderedCalendarCache.MAX_OCTETS);
    }

    @Test
    void calendars_that_wait_for_a_slow_disk_are_bounded_in_octets(@TempDir Path folder) {
        try (Snapshots snapshots = new Snapshots(folder)) {
            int half = (int) (Snapshots.MAX_WAITING_OCTETS / 2);
            assertThat(snapshots.putWaiting(property(1), calendar(half))).isTrue();
            assertThat(snapshots.putWaiting(property(2), calendar(half))).isTrue();
            assertThat(snapshots.putWaiting(property(3), calendar(1))).isFalse();
            assertThat(snapshots.putWaiting(property(1), calendar(half - 1)))
                    .as("in the place of an older one, which is to be written anyway")
                    .isFalse();
            assertThat(snapshots.putWaiting(property(3), calendar(1))).isTrue();
        }
    }

    @Test
    void a_head_keeps_the_latest_moment_at_which_it_was_confirmed() {
        RenderedCalendarCache kept = new RenderedCalendarCache();
        RenderedCalendar.Head head = calendar(1).head();
        long now = Duration.ofHours(1).toNanos();
        kept.confirm(property(1), head, now);
        kept.confirm(property(1), head, now - 1);
        assertThat(kept.find(property(1)).orElseThrow().confirmedNanos()).isEqualTo(now);
    }
}
