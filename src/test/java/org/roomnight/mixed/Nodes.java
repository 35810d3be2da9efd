package org.roomnight.mixed;

import java.util.List;
import java.util.Random;

/** The servers of one database, and what can happen to them. */
interface Nodes extends AutoCloseable {

    List<Node> all();

    /** The database goes out of the reach of one or more of them. */
    void outage(Random random);

    /** It comes back to all; returns when each of them answers again. */
    void mend();

    /** The next write of that node is to get no answer to its COMMIT, or never to get there; false where that cannot be made. */
    boolean loseCommit(Node node, Random random);

    /** Takes that back; true when it had not happened. */
    boolean keepCommits(Node node);

    /** News between the nodes are lost for a while. */
    void loseNews();

    @Override
    void close();
}
