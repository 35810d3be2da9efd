package org.roomnight.cluster;

import java.util.function.Consumer;
import org.roomnight.kernel.PropertyId;

/**
 * Tells the other nodes that something of a property changed. Told inside the writing transaction and heard after its
 * commit; news can be lost, so nobody may rely on them for more than speed.
 */
public interface NodeNews {

    /** Whether news of other nodes can be heard now. */
    enum Line {
        /** There are no other nodes: this one hears of everything. */
        ONLY_NODE,
        UP,
        /** Something may have happened that was not heard. */
        DOWN
    }

    Line line();

    /** Call it in the write that makes the change. */
    void tell(PropertyId property);

    /** What to run when the line is up again after it was down, and before it counts as up. */
    void whenBack(Runnable listener);

    /** What to run when a node has told something. Runs on a thread of the news and must be quick. */
    void whenTold(Consumer<PropertyId> listener);
}
