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
import org.roomnight.storage.Revisions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The root configuration gives {@link CalendarSettings}. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    Revisions revisions(Database database, InstantSource clock) {
        return new Revisions(database.jdbc(), clock);
    }

    @Bean
    Freshness freshness(MonotonicClock clock, NodeNews news, History history) {
        Freshness freshness = new Freshness(clock, news);
        history.whenRenewed(freshness::allChanged);
        news.listen(NodeNews.Topic.CALENDAR, freshness);
        return freshness;
    }

    @Bean
    CalendarChanges calendarChanges(Revisions revisions, Database database, Freshness freshness, NodeNews news) {
        return new CalendarChanges(revisions, database.transactions(), freshness, news);
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
    CalendarObjects calendarObjects(Database database, Revisions revisions, RoomTypes roomTypes) {
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
    CurrentRevision currentRevision(Database database, Revisions revisions, Freshness freshness, MonotonicClock clock) {
        return new CurrentRevision(database, revisions, freshness, clock);
    }

    @Bean
    PropertyNames propertyNames(Properties properties) {
        return new PropertyNames(properties);
    }

    @Bean
    Snapshots snapshots(CalendarSettings settings) {
        return new Snapshots(settings.snapshotFolder());
    }

    @Bean
    PropertyCalendars propertyCalendars(
            Database database,
            Revisions revisions,
            Properties properties,
            Freshness freshness,
            Snapshots snapshots,
            MonotonicClock clock) {
        return new PropertyCalendars(database, revisions, properties, freshness, snapshots, clock);
    }
}
