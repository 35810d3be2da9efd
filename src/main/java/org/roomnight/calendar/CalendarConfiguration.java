package org.roomnight.calendar;

import java.time.InstantSource;
import org.roomnight.availability.NightLedger;
import org.roomnight.cluster.NodeNews;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.storage.Database;
import org.roomnight.storage.History;
import org.roomnight.storage.RevisionRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The root configuration gives {@link CalendarSettings}. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    RevisionRows revisions(Database database, InstantSource clock) {
        return new RevisionRows(database.jdbc(), clock);
    }

    @Bean
    RevisionCache revisionCache(MonotonicClock clock, NodeNews news, History history) {
        RevisionCache revisionCache = new RevisionCache(clock, news);
        history.whenRenewed(revisionCache::allChanged);
        news.listen(NodeNews.Topic.CALENDAR, revisionCache);
        return revisionCache;
    }

    @Bean
    CalendarChanges calendarChanges(
            RevisionRows revisions, Database database, RevisionCache revisionCache, NodeNews news) {
        return new CalendarChanges(revisions, database.transactions(), revisionCache, news);
    }

    @Bean
    ClaimProjection claimProjection(Database database, CalendarChanges changes) {
        return new ClaimProjection(new CalendarRows(database.jdbc()), changes);
    }

    @Bean
    WaitingStayProjection waitingStayProjection(Database database, CalendarChanges changes) {
        return new WaitingStayProjection(new CalendarRows(database.jdbc()), changes);
    }

    @Bean
    InventoryProjection inventoryProjection(
            Database database,
            CalendarChanges changes,
            ClaimProjection projection,
            NightLedger ledger,
            StaffCalendars staff) {
        return new InventoryProjection(new CalendarRows(database.jdbc()), changes, projection, ledger, staff);
    }

    @Bean
    CalendarObjects calendarObjects(Database database, RevisionRows revisions, RoomTypes roomTypes) {
        return new CalendarObjects(database, revisions, roomTypes);
    }

    @Bean
    StaffCalendars staffCalendars(
            Database database, CalendarChanges changes, IdentifierSource identifiers, CalendarSettings settings) {
        return new StaffCalendars(database, changes, identifiers, settings.quotas());
    }

    @Bean
    Tombstones tombstones(Database database, InstantSource clock) {
        return new Tombstones(database, clock);
    }

    @Bean
    BlockProjection blockProjection(Database database, StaffCalendars calendars, RoomTypes roomTypes) {
        return new BlockProjection(new StaffRows(database.jdbc()), calendars, roomTypes);
    }

    @Bean
    BulkChanges bulkChanges(
            Database database,
            CalendarChanges changes,
            IdentifierSource identifiers,
            InstantSource clock,
            CalendarSettings settings) {
        return new BulkChanges(database, changes, identifiers, clock, settings.quotas());
    }

    @Bean
    DavProperties davProperties(Database database, CalendarChanges changes, CalendarSettings settings) {
        return new DavProperties(database, changes, settings.quotas());
    }

    @Bean
    CurrentRevision currentRevision(
            Database database, RevisionRows revisions, RevisionCache revisionCache, MonotonicClock clock) {
        return new CurrentRevision(database, revisions, revisionCache, clock);
    }

    @Bean
    PropertyNameCache propertyNames(Properties properties) {
        return new PropertyNameCache(properties);
    }

    @Bean
    Snapshots snapshots(CalendarSettings settings) {
        return new Snapshots(settings.snapshotFolder());
    }

    @Bean
    PropertyCalendars propertyCalendars(
            Database database,
            RevisionRows revisions,
            Properties properties,
            RevisionCache revisionCache,
            Snapshots snapshots,
            MonotonicClock clock) {
        return new PropertyCalendars(database, revisions, properties, revisionCache, snapshots, clock);
    }
}
