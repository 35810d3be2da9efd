package org.roomnight.cluster;

import org.roomnight.kernel.PropertyId;

/**
 * Tells the other nodes that something of a property changed. Told inside the writing transaction and heard after its
 * commit; news can be lost, so nobody may rely on them for more than speed.
 */
public interface NodeNews {

    /** What of a property changed. */
    enum Topic {
        /** What its calendars show. */
        CALENDAR,
        /** Who may come in. */
        CONNECTION
    }

    /** Whether news of other nodes can be heard now. */
    enum Line {
        /** There are no other nodes: this one hears of everything. */
        ONLY_NODE,
        UP,
        /** Something may have happened that was not heard. */
        DOWN
    }

    /** Who hears of a topic. Runs on a thread of the news and must be quick. */
    interface Listener {

        /** Another node has changed something of this property. */
        void told(PropertyId property);

        /** The line was down and is up again: something of any property may have changed meanwhile. */
        void missed();
    }

    Line line();

    /** Call it in the write that makes the change. */
    void tell(Topic topic, PropertyId property);

    void listen(Topic topic, Listener listener);

    /** How many news were heard that nobody here can read, and passed over. */
    long unreadable();

    /** What to run when the line is up again after it was down, and before it counts as up. */
    void whenBack(Runnable listener);
}
