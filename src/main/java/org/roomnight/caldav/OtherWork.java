package org.roomnight.caldav;

import org.roomnight.kernel.Deadline;

/** What loops over many objects call between two of them, so that they end in time and hold up nobody. */
final class OtherWork {

    private OtherWork() {}

    /** Ends with the request's deadline, and lets who waits for this core have it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it only makes others wait less
    static void first() {
        Deadline.check();
        Thread.yield();
    }
}
