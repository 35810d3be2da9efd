package org.roomnight.caldav;

import org.roomnight.kernel.Deadline;

/** The point between two objects of a loop at which it ends with its request, or lets other threads run. */
final class YieldPoint {

    private YieldPoint() {}

    /** Throws when the deadline of the request is over, and yields the core to a thread that waits for it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it only makes others wait less
    static void pass() {
        Deadline.check();
        Thread.yield();
    }
}
