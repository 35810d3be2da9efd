package org.roomnight.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.roomnight.kernel.PropertyId;
import org.roomnight.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News over LISTEN and NOTIFY. PostgreSQL delivers them only after the commit, once a topic, property and transaction. The
 * line is down from the first error, be it of the connection or of whoever hears them, until it listens again; the caches ask
 * the database meanwhile. News that cannot be read are passed over and counted.
 */
final class PostgresNews implements NodeNews, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresNews.class);

    private static final String TELL = "SELECT pg_notify('roomnight', :told)";

    /** How long one wait for news lasts before the line is tried, in milliseconds. */
    private static final int WAIT_MILLIS = 500;

    private static final long RETRY_NANOS = 500_000_000;

    private final Database database;

    /** This node's own news come back to it late, and would make it doubt what it has learned since. */
    private final String node = UUID.randomUUID().toString();

    private record Hearing(Topic topic, Listener listener) {}

    private final List<Hearing> hearings = new CopyOnWriteArrayList<>();
    private final AtomicLong unreadable = new AtomicLong();
    private final List<Runnable> whenBack = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean up;

    /** Only the thread that listens looks at it. */
    private boolean wasDown;

    private volatile boolean closed;

    PostgresNews(Database database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("node-news").daemon().start(this::listenForEver);
    }

    @Override
    public Line line() {
        return up ? Line.UP : Line.DOWN;
    }

    @Override
    public void tell(Topic topic, PropertyId property) {
        database.jdbc()
                .sql(TELL)
                .param("told", News.text(node, topic, property))
                .query((_, _) -> Boolean.TRUE)
                .single();
    }

    @Override
    public void listen(Topic topic, Listener listener) {
        hearings.add(new Hearing(topic, listener));
    }

    @Override
    public long unreadable() {
        return unreadable.get();
    }

    @Override
    public void whenBack(Runnable listener) {
        whenBack.add(listener);
    }

    private void listenForEver() {
        while (!closed) {
            try (Connection connection = database.listeningConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException failure) { // also of a listener
                if (up) {
                    LOG.warn("event=node-news-down reason={}", failure.toString());
                }
            }
            up = false;
            wasDown = true;
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN roomnight");
            askPool();
            hearings.forEach(hearing -> hearing.listener().missed()); // what was told before nobody has heard
            if (wasDown) {
                whenBack.forEach(Runnable::run);
            }
            up = true;
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] told = postgres.getNotifications(WAIT_MILLIS);
                if (told == null || told.length == 0) {
                    statement.execute("SELECT 1"); // finds out whether the line is still there
                } else {
                    List.of(told).forEach(this::heard);
                }
            }
        }
    }

    /**
     * Listeners ask the database when they hear that they have missed something, by connections of the pool. Those come back a
     * little later than this one, and until then what is known already is a better answer than none.
     */
    private void askPool() {
        database.transactions()
                .read(() -> database.jdbc().sql("SELECT 1").query(Integer.class).single());
    }

    private void heard(PGNotification told) {
        News.parse(told.getParameter()).ifPresentOrElse(this::pass, this::passOver);
    }

    private void pass(News news) {
        if (news.sender().equals(node)) {
            return;
        }
        for (Hearing hearing : hearings) {
            if (news.topics().contains(hearing.topic())) {
                hearing.listener().told(news.property());
            }
        }
    }

    /** Logged once: whoever says it may say it all day. */
    private void passOver() {
        if (unreadable.getAndIncrement() == 0) {
            LOG.warn("event=node-news-unreadable");
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
