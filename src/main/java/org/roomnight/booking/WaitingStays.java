package org.roomnight.booking;

import org.roomnight.inventory.InventoryListener;
import org.roomnight.inventory.RoomType;

/** Gives stays their rooms when a room type comes, or gets a name or a rate, that they wait for. */
final class WaitingStays implements InventoryListener {

    private final Recordings recordings;

    WaitingStays(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public void roomTypeChanged(RoomType now) {
        recordings.placeWaiting(now.property());
    }

    /** Of two that had one name, the other has it alone now. */
    @Override
    public void roomTypeRemoved(RoomType before) {
        recordings.placeWaiting(before.property());
    }
}
