package org.roomnight.mixed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.roomnight.CuttableLine;
import org.roomnight.TestServer;
import org.roomnight.TickingClock;
import org.roomnight.durability.CommitProxy;
import org.roomnight.storage.Database;

/** Two servers of one PostgreSQL database, each with a line of its own to it, and with clocks that may disagree. */
final class PostgresNodes implements Nodes {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The connections on which the nodes listen for news. */
    private static final String CUT_NEWS = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query IN ('LISTEN roomnight', 'SELECT 1')
        """;

    /** What {@link CommitProxy} can read. */
    private static final String READABLE = "sslmode=disable&gssEncMode=disable&prepareThreshold=0";

    private final String url = TestServer.postgresUrl();
    private final TestServer.Place keys = TestServer.Place.make();
    private final Wired one = new Wired("one");
    private final Wired two = new Wired("two");

    /** A node, and its line to the database. */
    private final class Wired {
        final CuttableLine line;
        final CommitProxy commits;
        final Node node;

        Wired(String name) {
            int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
            line = new CuttableLine(port);
            try {
                commits = CommitProxy.start(line.port());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            TickingClock clock = new TickingClock(TestServer.START);
            TestServer.Place place =
                    new TestServer.Place(TestServer.Place.make().folder(), keys.keyFile());
            String through = url.replace(":" + port + "/", ":" + commits.port() + "/");
            String database = TestServer.database(through + (url.contains("?") ? "&" : "?") + READABLE);
            node = new Node(name, clock, () -> new TestServer(place, clock, database));
        }

        void cut() {
            node.goesAway();
            line.cut();
        }

        void mend() {
            line.mend();
            Database database = node.server().bean(Database.class);
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> database.transactions().read(() -> true)
                            && database.transactions().writeShared(() -> true));
            node.isBack();
        }

        void close() {
            node.close();
            line.close();
            try {
                commits.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public List<Node> all() {
        return List.of(one.node, two.node);
    }

    @Override
    public void outage(Random random) {
        int which = random.nextInt(3);
        if (which != 1) {
            one.cut();
        }
        if (which != 0) {
            two.cut();
        }
    }

    @Override
    public void mend() {
        List.of(one, two).stream().filter(wired -> wired.node.isAway()).forEach(Wired::mend);
    }

    private Wired of(Node node) {
        return one.node.equals(node) ? one : two;
    }

    @Override
    public boolean loseCommit(Node node, Random random) {
        of(node).commits.arm(random.nextBoolean() ? CommitProxy.Fault.ANSWER_LOST : CommitProxy.Fault.REQUEST_LOST);
        return true;
    }

    @Override
    public boolean keepCommits(Node node) {
        CommitProxy commits = of(node).commits;
        boolean kept = commits.isArmed();
        commits.arm(CommitProxy.Fault.NONE);
        return kept;
    }

    @Override
    public void loseNews() {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(CUT_NEWS);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }
}
