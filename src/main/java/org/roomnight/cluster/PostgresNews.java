package org.roomnight.cluster;

import java.net.SocketTimeoutException;
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
    private static final int WAIT_MILLIS = 250;

    private static final long RETRY_NANOS = 500_000_000;

    /** Shorter, for a second was waited for already, and all callers are refused until the line is up again. */
    private static final long RETRY_AFTER_SILENCE_NANOS = 50_000_000;

    /** SQLSTATE of a server that starts or stops. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

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

    /** When the database was asked last, or failed to answer last; only the thread that listens looks at it. */
    private long asked;

    private volatile boolean closed;

    PostgresNews(Database database) {
        this.database = database;
        this.asked = database.pulse().asking();
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
            try (Connection connection = connect()) {
                listen(connection);
            } catch (SQLException | RuntimeException failure) { // also of a listener
                boolean silence = isSilence(failure);
                if (silence) {
                    database.pulse().unanswered(asked);
                }
                asked = database.pulse().asking();
                if (up) {
                    LOG.warn("event=node-news-down reason={}", failure.toString());
                }
                up = false;
                wasDown = true;
                LockSupport.parkNanos(silence ? RETRY_AFTER_SILENCE_NANOS : RETRY_NANOS);
            }
        }
    }

    /** A database that cannot be reached, half a second after the line was cut, is as good as silent. */
    private Connection connect() throws SQLException {
        try {
            return database.listeningConnection();
        } catch (SQLException failure) {
            if (isUnreachable(failure)) {
                database.pulse().unanswered(asked);
            }
            throw failure;
        }
    }

    /** Nobody at that address, or one that is not ready; somebody who says no for another reason answers others. */
    private static boolean isUnreachable(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.equals(CANNOT_CONNECT_NOW));
    }

    /** Not where the line was cut: that says nothing of other lines. */
    private static boolean isSilence(Throwable failure) {
        return failure instanceof SocketTimeoutException
                || (failure.getCause() != null && isSilence(failure.getCause()));
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN roomnight");
            database.pulse().answered();
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
                    asked = database.pulse().asking();
                    statement.execute("SELECT 1"); // finds out whether the line is still there
                    database.pulse().answered();
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
