package org.roomnight.mixed;

import java.util.List;
import java.util.Random;
import org.roomnight.TestServer;
import org.roomnight.TickingClock;
import org.roomnight.storage.Database;

/** The only server of a SQLite file. Its outage is the file's, and ends with a new start. */
final class SqliteNode implements Nodes {

    private final Node node;

    SqliteNode() {
        TestServer.Place place = TestServer.Place.make();
        TickingClock clock = new TickingClock(TestServer.START);
        node = new Node("node", clock, () -> new TestServer(place, clock));
    }

    @Override
    public List<Node> all() {
        return List.of(node);
    }

    @Override
    public void outage(Random random) {
        node.goesAway();
        node.server().bean(Database.class).close();
    }

    @Override
    public void mend() {
        node.restart();
    }

    @Override
    public boolean loseCommit(Node writing, Random random) {
        return false;
    }

    @Override
    public boolean keepCommits(Node writing) {
        return true;
    }

    @Override
    public void loseNews() {
        // there are none
    }

    @Override
    public void close() {
        node.close();
    }
}
