package org.roomnight;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.roomnight.booking.Bookings;
import org.roomnight.calendar.BulkChanges;
import org.roomnight.calendar.CalendarSettings;
import org.roomnight.calendar.Tombstones;
import org.roomnight.cli.Settings;
import org.roomnight.cluster.NodeNews;
import org.roomnight.connection.Connections;
import org.roomnight.connection.OtherNodes;
import org.roomnight.entry.RecurringEntries;
import org.roomnight.feed.FeedAccess;
import org.roomnight.http.ClientAddresses;
import org.roomnight.http.HttpSettings;
import org.roomnight.http.Replays;
import org.roomnight.kernel.Failpoints;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.MonotonicClock;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StorageUnavailableException;
import org.roomnight.kernel.TimeOrderedIdentifiers;
import org.roomnight.keys.KeySettings;
import org.roomnight.oauth.BearerTokens;
import org.roomnight.oauth.IssuerUnavailableException;
import org.roomnight.oauth.Scope;
import org.roomnight.operations.OperationsSettings;
import org.roomnight.serving.ServingSettings;
import org.roomnight.storage.Database;
import org.roomnight.storage.DatabaseAddress;
import org.roomnight.storage.History;
import org.roomnight.storage.Transactions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the modules leave open: the settings, the clock, chance, and the parts of the database. */
@Configuration(proxyBeanMethods = false)
class RoomnightConfiguration {

    @Bean
    Settings settings(Environment environment) {
        return Settings.from(environment);
    }

    @Bean
    DatabaseAddress databaseAddress(Settings settings) {
        return settings.databaseAddress();
    }

    /** The database closes its transactions itself. */
    @Bean(destroyMethod = "")
    Transactions transactions(Database database) {
        return database.transactions();
    }

    @Bean
    JdbcClient jdbcClient(Database database) {
        return database.jdbc();
    }

    /** Begins before anything is changed: beans that look for work wait for it. */
    @Bean
    History history(Database database, Settings settings, InstantSource clock, SecureRandom random) {
        History history = new History(database, settings.historyFile(), clock, random);
        history.begin();
        return history;
    }

    /** The system's clock; with {@code roomnight.now}, which only the demo sets, one that started there. */
    @Bean
    InstantSource clock(Environment environment) {
        Instant now = environment.getProperty("roomnight.now", Instant.class);
        InstantSource system = InstantSource.system();
        return now == null ? system : InstantSource.offset(system, Duration.between(system.instant(), now));
    }

    /** For ages and deadlines, which setting the wall clock must not move. */
    @Bean
    MonotonicClock monotonicClock() {
        return MonotonicClock.SYSTEM;
    }

    @Bean
    HttpSettings httpSettings(Settings settings) {
        return new HttpSettings(settings.trustedProxies());
    }

    @Bean
    KeySettings keySettings(Settings settings) {
        return new KeySettings(settings.keyFile());
    }

    @Bean
    OperationsSettings operationsSettings(Settings settings) {
        return new OperationsSettings(settings.dataDir(), settings.minFreeOctets());
    }

    @Bean
    ServingSettings servingSettings(Settings settings, ClientAddresses addresses) {
        return new ServingSettings(
                settings.maxConnections(),
                settings.maxConnectionsOfSource(),
                addresses::isProxy,
                settings.headTime(),
                ServingSettings.SWEEP_EVERY,
                settings.operationsAddress());
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    IdentifierSource identifiers(InstantSource clock, SecureRandom random) {
        return new TimeOrderedIdentifiers(clock, random);
    }

    @Bean
    Failpoints failpoints() {
        return Failpoints.NONE;
    }

    @Bean
    CalendarSettings calendarSettings(Settings settings) {
        return new CalendarSettings(settings.dataDir().resolve("calendars"), settings.quotas());
    }

    /** A bearer token with booking.read opens the feed as well. */
    @Bean
    FeedAccess feedAccess(BearerTokens tokens) {
        return token -> {
            try {
                return tokens.check(token)
                        .<FeedAccess.Bearer>map(caller -> caller.may(Scope.BOOKING_READ)
                                ? new FeedAccess.Bearer.Reader(caller.account())
                                : new FeedAccess.Bearer.ScopeMissing())
                        .orElseGet(FeedAccess.Bearer.Nobody::new);
            } catch (IssuerUnavailableException unavailable) {
                throw new StorageUnavailableException(false, "the token issuer cannot be reached", unavailable);
            }
        };
    }

    /** What another node changed of a connection is forgotten here, and the other way round. */
    @Bean
    SmartInitializingSingleton connectionNews(NodeNews news, Connections connections) {
        return () -> {
            news.listen(NodeNews.Topic.CONNECTION, new NodeNews.Listener() {
                @Override
                public void told(PropertyId property) {
                    connections.invalidate(property);
                }

                @Override
                public void missed() {
                    connections.invalidateAll();
                }
            });
            connections.join(new OtherNodes() {
                @Override
                public void tellRevoked(PropertyId property) {
                    news.tell(NodeNews.Topic.CONNECTION, property);
                }

                @Override
                public boolean areHeard() {
                    return news.line() != NodeNews.Line.DOWN;
                }
            });
        };
    }

    /** A database that comes back may be an older one. */
    @Bean
    SmartInitializingSingleton historyNews(NodeNews news, History history) {
        return () -> news.whenBack(history::begin);
    }

    @Bean
    ScheduledTasks scheduledTasks(
            Database database,
            History history,
            Connections connections,
            Bookings bookings,
            Replays replays,
            Tombstones tombstones,
            BulkChanges bulk,
            RecurringEntries entries) {
        return new ScheduledTasks()
                .every(Duration.ofMinutes(1), "flush-last-access", connections::flushLastAccess)
                .every(Duration.ofSeconds(5), "look-at-history", history::look)
                .every(Duration.ofHours(1), "look-after-database", database::lookAfter)
                .every(Duration.ofHours(1), "forget-old-keys", replays::forgetOld)
                .every(Duration.ofMinutes(1), "place-waiting-stays", bookings::placeWaiting)
                .every(Duration.ofHours(1), "forget-tombstones", tombstones::forgetOld)
                .every(Duration.ofMinutes(10), "remove-left-behind", bulk::removeLeftBehind)
                .every(Duration.ofDays(1), "carry-on-recurring-entries", entries::carryOn);
    }
}
