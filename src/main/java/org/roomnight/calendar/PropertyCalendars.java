package org.roomnight.calendar;

import java.time.Duration;
import java.util.Optional;
import org.roomnight.calendar.RenderedCalendarCache.Kept;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.BackgroundReads;
import org.roomnight.storage.BackgroundReads.Waiting;
import org.roomnight.storage.Database;
import org.roomnight.storage.RevisionRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The booking calendar of each property, rendered once a revision. While nothing changes a poll costs a look into
 * memory. When the database cannot be asked, or does not answer in time, the last good calendar is given out with its age;
 * where there is none {@link StorageUnavailableException} says so: never an empty or shorter calendar (rule 4).
 */
public final class PropertyCalendars {

    private static final Logger LOG = LoggerFactory.getLogger(PropertyCalendars.class);

    /** Oldest calendar that is still given out while the database cannot be asked. */
    static final Duration MAX_AGE = Duration.ofHours(24);

    private final Database database;
    private final BackgroundReads reads;
    private final RevisionRows revisions;
    private final Properties properties;
    private final CalendarRenderer renderer;
    private final RevisionCache revisionCache;
    private final Snapshots snapshots;
    private final MonotonicClock clock;
    private final RenderedCalendarCache calendars = new RenderedCalendarCache();

    /** What the reads of heads and of bodies are known by. */
    private record HeadOf(PropertyId property) {}

    private record BodyOf(PropertyId property) {}

    /** A head, and when the question was asked that it is the answer to. */
    private record Answer(RenderedCalendar.Head head, long askedNanos) {}

    PropertyCalendars(
            Database database,
            RevisionRows revisions,
            Properties properties,
            RevisionCache revisionCache,
            Snapshots snapshots,
            MonotonicClock clock) {
        this.clock = clock;
        this.database = database;
        this.reads = database.backgroundReads();
        this.revisions = revisions;
        this.properties = properties;
        this.renderer = new CalendarRenderer(new CalendarRows(database.jdbc()));
        this.revisionCache = revisionCache;
        this.snapshots = snapshots;
    }

    /** Entity tag and last change; does not render while nothing has changed. */
    public ServedCalendar.Head head(PropertyId property) {
        try {
            Answer newest = newest(property);
            return newest.head().served(revisionCache.age(newest.askedNanos()));
        } catch (StorageUnavailableException unavailable) {
            return lastGood(property, unavailable).head();
        }
    }

    /** The whole calendar; its head may be newer than one that was asked for before. */
    public ServedCalendar whole(PropertyId property) {
        try {
            Answer newest = newest(property);
            return new ServedCalendar(body(property, newest.head()), revisionCache.age(newest.askedNanos()));
        } catch (StorageUnavailableException unavailable) {
            return lastGood(property, unavailable);
        }
    }

    /** From memory only where what is kept was made of the very revision that is certainly current. */
    private Answer newest(PropertyId property) {
        // The revision first: a head read before it may be older than the one that another poll has just confirmed.
        Optional<RevisionCache.Known> current = revisionCache.known(property);
        Optional<Kept> kept = calendars.find(property);
        if (current.isPresent()
                && kept.filter(one -> one.head().isOf(current.get().stamp())).isPresent()) {
            RenderedCalendar.Head head = kept.get().head();
            calendars.confirm(property, head, current.get().sinceNanos());
            return new Answer(head, current.get().sinceNanos());
        }
        return reads.get(
                new HeadOf(property),
                () -> revisionCache.changes(property),
                () -> kept.filter(this::isGood)
                        .map(good -> waiting(property, good.head()))
                        .orElse(Waiting.UNTIL_DEADLINE),
                answered -> read(property, answered));
    }

    /**
     * What has certainly changed is waited for while the database is well: only one that is slow is an excuse for a calendar
     * that is older than promised.
     */
    private Waiting waiting(PropertyId property, RenderedCalendar.Head kept) {
        // Another door may have read a newer revision than the one that is kept, and nothing speaks against that.
        boolean isOfLast = revisionCache
                .last(property)
                .filter(last -> kept.isOf(last.stamp()))
                .isPresent();
        return isOfLast && revisionCache.doubt(property) == RevisionCache.Doubt.AGE
                ? Waiting.SHORT
                : Waiting.UNLESS_SLOW;
    }

    /** Asks the database for the revision, and renders when it is a new one; of each property one at a time. */
    private Answer read(PropertyId property, Runnable answered) {
        RevisionCache.Before before = revisionCache.before(property);
        RenderedCalendar.Head head = database.transactions().read(() -> {
            Stamp stamp = revisions.current(property).orElseThrow();
            answered.run();
            return find(property, stamp);
        });
        calendars.confirm(property, head, before.askedNanos());
        revisionCache.checked(property, before, head.stamp());
        return new Answer(head, before.askedNanos());
    }

    private RenderedCalendar.Head find(PropertyId property, Stamp stamp) {
        return calendars
                .find(property)
                .map(Kept::head)
                .filter(head -> head.isOf(stamp))
                .orElseGet(() -> calendars
                        .keep(
                                property,
                                snapshots
                                        .load(property)
                                        .filter(saved -> saved.head().isOf(stamp))
                                        .orElseGet(() -> render(property, stamp)))
                        .head());
    }

    private RenderedCalendar render(PropertyId property, Stamp stamp) {
        Property rendered = properties.find(property).orElseThrow();
        RenderedCalendar calendar = renderer.render(rendered, stamp);
        snapshots.saveLater(property, calendar);
        return calendar;
    }

    /** The bytes of a head, or newer ones when memory and disk have none of it any more. */
    private RenderedCalendar body(PropertyId property, RenderedCalendar.Head head) {
        return calendars
                .body(property, head)
                .orElseGet(() -> reads.get(
                        new BodyOf(property), () -> head, () -> Waiting.UNTIL_DEADLINE, _ -> load(property, head)));
    }

    private RenderedCalendar load(PropertyId property, RenderedCalendar.Head head) {
        Optional<RenderedCalendar> saved =
                snapshots.load(property).filter(found -> found.head().equals(head));
        return calendars.keep(
                property,
                saved.orElseGet(() -> database.transactions()
                        .read(() -> render(property, revisions.current(property).orElseThrow()))));
    }

    private ServedCalendar lastGood(PropertyId property, StorageUnavailableException unavailable) {
        Kept kept = calendars.find(property).filter(this::isGood).orElseThrow(() -> unavailable);
        RenderedCalendar body = calendars
                .body(property, kept.head())
                .or(() -> snapshots.load(property).filter(saved -> saved.head().equals(kept.head())))
                .orElseThrow(() -> unavailable);
        Duration age = clock.since(kept.confirmedNanos());
        LOG.warn("event=last-good-calendar property={} ageSeconds={}", property, age.toSeconds());
        return new ServedCalendar(body, age);
    }

    private boolean isGood(Kept kept) {
        return clock.isYoungerThan(MAX_AGE, kept.confirmedNanos());
    }
}
