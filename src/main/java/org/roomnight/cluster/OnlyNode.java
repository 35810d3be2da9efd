package org.roomnight.cluster;

import java.util.function.Consumer;
import org.roomnight.kernel.PropertyId;

/** The only node of its database: there is nobody to tell. */
final class OnlyNode implements NodeNews {

    @Override
    public Line line() {
        return Line.ONLY_NODE;
    }

    @Override
    public void tell(PropertyId property) {
        // nobody else is listening
    }

    @Override
    public void whenBack(Runnable listener) {
        // the line is never down
    }

    @Override
    public void whenTold(Consumer<PropertyId> listener) {
        // nobody else will tell
    }
}
