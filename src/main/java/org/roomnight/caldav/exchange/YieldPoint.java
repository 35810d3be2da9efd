package org.roomnight.caldav.exchange;

import org.roomnight.kernel.Deadline;

/** The point between two objects of a loop at which it ends with its request, or lets other threads run. */
public final class YieldPoint {

    private YieldPoint() {}

    /** Throws when the deadline of the request is over, and yields the core to a thread that waits for it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it only makes others wait less
    public static void pass() {
        Deadline.check();
        Thread.yield();
    }
}
