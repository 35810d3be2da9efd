package org.roomnight.cluster;

import org.roomnight.kernel.PropertyId;

/** The only node of its database: there is nobody to tell. */
final class OnlyNode implements NodeNews {

    @Override
    public Line line() {
        return Line.ONLY_NODE;
    }

    @Override
    public void tell(Topic topic, PropertyId property) {
        // nobody else is listening
    }

    @Override
    public void whenBack(Runnable listener) {
        // the line is never down
    }

    @Override
    public void listen(Topic topic, Listener listener) {
        // nobody else will tell
    }

    @Override
    public long unreadable() {
        return 0;
    }
}
