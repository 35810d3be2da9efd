package org.roomnight.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.storage.Database;
import org.roomnight.storage.Revisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The booking calendar of each property, rendered once a revision. While nothing changes a poll costs a look into
 * memory. When the database cannot be asked, the last good calendar is given out with its age; where there is none
 * {@link StorageUnavailableException} says so: never an empty or shorter calendar (DESIGN rule 4).
 */
public final class PropertyCalendars {

    private static final Logger LOG = LoggerFactory.getLogger(PropertyCalendars.class);

    /** Memory for rendered calendars, in octets, less where the heap is small; the least used ones are read from disk again. */
    static final long MAX_OCTETS_KEPT =
            Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    /** Oldest calendar that is still given out while the database cannot be asked. */
    static final Duration MAX_AGE = Duration.ofHours(24);

    private final Database database;
    private final Revisions revisions;
    private final Properties properties;
    private final CalendarRenderer renderer;
    private final Freshness freshness;
    private final Snapshots snapshots;
    private final MonotonicClock clock;
    private final Map<PropertyId, RenderedCalendar.Head> heads = new ConcurrentHashMap<>();

    /** When the database last confirmed the very head that is kept, whatever else was asked of it since. */
    private final Map<PropertyId, Long> confirmedNanos = new ConcurrentHashMap<>();

    private final Map<PropertyId, Object> locks = new ConcurrentHashMap<>();
    private final Cache<PropertyId, RenderedCalendar> bodies = Caffeine.newBuilder()
            .maximumWeight(MAX_OCTETS_KEPT)
            .weigher((PropertyId _, RenderedCalendar rendered) -> rendered.weight())
            .build();

    PropertyCalendars(
            Database database,
            Revisions revisions,
            Properties properties,
            Freshness freshness,
            Snapshots snapshots,
            MonotonicClock clock) {
        this.clock = clock;
        this.database = database;
        this.revisions = revisions;
        this.properties = properties;
        this.renderer = new CalendarRenderer(new CalendarRows(database.jdbc()));
        this.freshness = freshness;
        this.snapshots = snapshots;
    }

    /** Entity tag and last change; does not render while nothing has changed. */
    public ServedCalendar.Head head(PropertyId property) {
        try {
            return newest(property).served(Duration.ZERO);
        } catch (StorageUnavailableException unavailable) {
            return lastGood(property, unavailable).head();
        }
    }

    /** The whole calendar; its head may be newer than one that was asked for before. */
    public ServedCalendar whole(PropertyId property) {
        try {
            RenderedCalendar.Head head = newest(property);
            RenderedCalendar kept = bodies.getIfPresent(property);
            return new ServedCalendar(kept != null && kept.head().equals(head) ? kept : load(property), Duration.ZERO);
        } catch (StorageUnavailableException unavailable) {
            return lastGood(property, unavailable);
        }
    }

    /** From memory only where what is kept was made of the very revision that is certainly current. */
    private RenderedCalendar.Head newest(PropertyId property) {
        // The revision first: a head read before it may be older than the one that another poll has just confirmed.
        Optional<Freshness.Known> current = freshness.known(property);
        RenderedCalendar.Head kept = heads.get(property);
        if (kept != null && current.filter(known -> kept.isOf(known.stamp())).isPresent()) {
            confirmedNanos.put(property, current.get().sinceNanos());
            return kept;
        }
        return current(property);
    }

    /** Asks the database for the revision, and renders when it is a new one. */
    private RenderedCalendar.Head current(PropertyId property) {
        synchronized (lock(property)) {
            if (freshness.failedJustNow(property)) {
                throw new StorageUnavailableException(
                        false,
                        "%s did not answer a moment ago".formatted(database.product()),
                        new IllegalStateException("not asked"));
            }
            Freshness.Before before = freshness.before(property);
            long asked = clock.nanos();
            try {
                RenderedCalendar.Head head = database.transactions().read(() -> read(property));
                freshness.checked(property, before, head.stamp());
                confirmedNanos.put(property, asked);
                return head;
            } catch (StorageUnavailableException unavailable) {
                freshness.failed(property, before);
                throw unavailable;
            }
        }
    }

    private RenderedCalendar.Head read(PropertyId property) {
        Stamp stamp = revisions.current(property).orElseThrow();
        RenderedCalendar.Head known = heads.get(property);
        return known != null && known.isOf(stamp)
                ? known
                : keep(property, find(property, stamp)).head();
    }

    private RenderedCalendar find(PropertyId property, Stamp stamp) {
        Optional<RenderedCalendar> saved =
                snapshots.load(property).filter(found -> found.head().isOf(stamp));
        return saved.orElseGet(() -> render(property, stamp));
    }

    private RenderedCalendar render(PropertyId property, Stamp stamp) {
        Property rendered = properties.find(property).orElseThrow();
        RenderedCalendar calendar = renderer.render(rendered, stamp);
        snapshots.saveLater(property, calendar);
        return calendar;
    }

    /** Only with the lock and with what was read under it, so that an older calendar never replaces a newer one. */
    private RenderedCalendar keep(PropertyId property, RenderedCalendar rendered) {
        bodies.put(property, rendered);
        heads.put(property, rendered.head());
        return rendered;
    }

    /** The newest body: another poll may have kept a newer one meanwhile, or memory had no room for it. */
    private RenderedCalendar load(PropertyId property) {
        synchronized (lock(property)) {
            @Nullable RenderedCalendar kept = bodies.getIfPresent(property);
            RenderedCalendar.@Nullable Head newest = heads.get(property);
            if (kept != null && kept.head().equals(newest)) {
                return kept;
            }
            return keep(
                    property,
                    snapshots
                            .load(property)
                            .filter(found -> found.head().equals(newest))
                            .orElseGet(() -> database.transactions()
                                    .read(() -> render(
                                            property,
                                            revisions.current(property).orElseThrow()))));
        }
    }

    private ServedCalendar lastGood(PropertyId property, StorageUnavailableException unavailable) {
        RenderedCalendar.Head known = heads.get(property);
        Long confirmed = confirmedNanos.get(property);
        Duration age = confirmed == null ? MAX_AGE : clock.since(confirmed);
        if (known == null || age.compareTo(MAX_AGE) >= 0) {
            throw unavailable;
        }
        RenderedCalendar kept = Optional.ofNullable(bodies.getIfPresent(property))
                .or(() -> snapshots.load(property))
                .filter(found -> found.head().equals(known))
                .orElseThrow(() -> unavailable);
        LOG.warn("event=last-good-calendar property={} ageSeconds={}", property, age.toSeconds());
        return new ServedCalendar(kept, age);
    }

    private Object lock(PropertyId property) {
        return locks.computeIfAbsent(property, _ -> new Object());
    }
}
