package org.roomnight.calendar;

import java.util.concurrent.atomic.AtomicInteger;
import org.roomnight.cluster.NodeNews;
import org.roomnight.kernel.PropertyId;

/** News that go nowhere and are counted. */
record CountedNews(AtomicInteger told) implements NodeNews {

    @Override
    public Line line() {
        return Line.UP;
    }

    @Override
    public void tell(Topic topic, PropertyId property) {
        told.incrementAndGet();
    }

    @Override
    public void listen(Topic topic, Listener listener) {
        // nobody tells
    }

    @Override
    public long unreadable() {
        return 0;
    }

    @Override
    public void whenBack(Runnable listener) {
        // never down
    }
}
