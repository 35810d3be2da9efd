package org.roomnight.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;

/**
 * Whether what this node knows of a property is certainly current. It is not while a write is under way, after one has
 * ended until the database was asked again, and on a shared database longer than a moment after it was asked.
 */
final class RevisionCache implements NodeNews.Listener {

    /** How long an answer of a shared database is believed without asking again. */
    static final Duration BELIEVED_ON_SHARED = Duration.ofSeconds(1);

    /** Properties share counters of changes, so memory is bounded; sharing costs no more than a needless read. */
    static final int COUNTERS = 16_384;

    /** Properties whose last read is remembered, some 15 MB; the database is asked of the others. */
    static final int MAX_REMEMBERED = 100_000;

    /** How often something of a property may have changed, and how often news may have been missed. */
    record Changes(long told, long missed) {}

    /** What was seen of a property before the database was asked, and when that was. */
    record Before(Changes changes, long askedNanos) {}

    /** The newest revision, and the latest reading of the clock at which it was certainly that. */
    record Known(Stamp stamp, long sinceNanos) {}

    /** What speaks against the last read of a property being current. */
    enum Doubt {
        /** It is some time ago, but nothing was heard since. */
        AGE,
        /** Other nodes cannot be heard, or could not for a while. */
        SILENCE,
        /** Something has changed since, or nothing was read. */
        CHANGE
    }

    private record Checked(Before before, Stamp stamp) {}

    private final AtomicLongArray changes = new AtomicLongArray(COUNTERS);
    private final AtomicIntegerArray writing = new AtomicIntegerArray(COUNTERS);
    private final AtomicLong missed = new AtomicLong();
    private final Cache<PropertyId, Checked> checked = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .executor(Runnable::run)
            .build();
    private final MonotonicClock clock;
    private final NodeNews news;

    /** The clock is monotonic, so that a wall clock set back cannot keep what is old. */
    RevisionCache(MonotonicClock clock, NodeNews news) {
        this.clock = clock;
        this.news = news;
    }

    void writeBegins(PropertyId property) {
        writing.incrementAndGet(counter(property));
        changes.incrementAndGet(counter(property));
    }

    void writeEnded(PropertyId property) {
        changes.incrementAndGet(counter(property));
        writing.decrementAndGet(counter(property));
    }

    @Override
    public void told(PropertyId property) {
        changes.incrementAndGet(counter(property));
    }

    @Override
    public void missed() {
        missed.incrementAndGet();
    }

    /** Equal to an earlier answer as long as nobody told of a change. */
    Changes changes(PropertyId property) {
        return new Changes(changes.get(counter(property)), missed.get());
    }

    /** The database is another one. */
    void allChanged() {
        missed.incrementAndGet(); // so that no read from before is written down after this
        checked.invalidateAll();
    }

    /** Take it before asking the database and give it back with {@link #checked}. */
    Before before(PropertyId property) {
        return new Before(changes(property), clock.nanos());
    }

    /** What was just read is current, unless a write came in between. */
    void checked(PropertyId property, Before before, Stamp read) {
        if (!isWritten(property) && changes(property).equals(before.changes())) {
            checked.asMap().merge(property, new Checked(before, read), RevisionCache::later);
        }
    }

    private static Checked later(Checked one, Checked other) {
        return other.before().askedNanos() - one.before().askedNanos() >= 0 ? other : one;
    }

    /**
     * The revision that is certainly the newest; empty when the database has to be asked. It says nothing of what is kept
     * anywhere: whoever keeps something compares the stamp that it was made of with this one.
     */
    Optional<Known> known(PropertyId property) {
        Checked last = checked.getIfPresent(property);
        if (last == null || doubt(property, last) != Doubt.AGE) {
            return Optional.empty();
        }
        Duration age = age(last.before().askedNanos());
        return age.isZero() ? Optional.of(new Known(last.stamp(), certainAt(last))) : Optional.empty();
    }

    /** The only node hears of everything, so what it is certain of is true now. */
    private long certainAt(Checked last) {
        return news.line() == NodeNews.Line.ONLY_NODE
                ? clock.nanos()
                : last.before().askedNanos();
    }

    /** The last revision that was read; empty when something has changed since. */
    Optional<Known> last(PropertyId property) {
        Checked last = checked.getIfPresent(property);
        return last == null || doubt(property, last) == Doubt.CHANGE
                ? Optional.empty()
                : Optional.of(new Known(last.stamp(), certainAt(last)));
    }

    Doubt doubt(PropertyId property) {
        return doubt(property, checked.getIfPresent(property));
    }

    private Doubt doubt(PropertyId property, @Nullable Checked last) {
        Changes now = changes(property);
        if (last == null || isWritten(property) || last.before().changes().told() != now.told()) {
            return Doubt.CHANGE;
        }
        boolean heard =
                news.line() != NodeNews.Line.DOWN && last.before().changes().missed() == now.missed();
        return heard ? Doubt.AGE : Doubt.SILENCE;
    }

    /** How old an answer is that was asked for then: zero as long as it is believed, when nobody told of a change. */
    Duration age(long askedNanos) {
        boolean believed =
                news.line() == NodeNews.Line.ONLY_NODE || clock.isYoungerThan(BELIEVED_ON_SHARED, askedNanos);
        return believed ? Duration.ZERO : clock.since(askedNanos);
    }

    private boolean isWritten(PropertyId property) {
        return writing.get(counter(property)) > 0;
    }

    private static int counter(PropertyId property) {
        return Math.floorMod(property.hashCode(), COUNTERS);
    }

    /** How many properties are remembered now. */
    long remembered() {
        checked.cleanUp();
        return checked.estimatedSize();
    }
}
