package org.roomnight.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roomnight.TestServer;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimRequest;
import org.roomnight.availability.GivenClaims;
import org.roomnight.availability.NightLedger;
import org.roomnight.availability.OnTaken;
import org.roomnight.availability.Wanted;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.storage.Database;

/** A house seen from inside. */
record Inside(TestServer server, PropertyId property, RoomTypeId cabin, RoomTypeId suite) {

    RoomType type(RoomTypeId id) {
        return server.bean(RoomTypes.class).find(property, id).orElseThrow();
    }

    CalendarObjects objects() {
        return server.bean(CalendarObjects.class);
    }

    <T> T write(java.util.function.Supplier<T> work) {
        return server.bean(Database.class).transactions().write(property, work);
    }

    void record(ClaimId claim, RoomTypeId type, StayDates dates, String guest) {
        write(() -> GivenClaims.record(server.bean(NightLedger.class), property, request(claim, type, dates, guest)));
    }

    void change(ClaimId claim, RoomTypeId type, StayDates dates, String guest) {
        write(() -> GivenClaims.change(
                server.bean(NightLedger.class),
                property,
                List.of(request(claim, type, dates, guest)),
                List.of(),
                OnTaken.KEEP));
    }

    void release(ClaimId claim) {
        write(() -> {
            GivenClaims.release(server.bean(NightLedger.class), property, claim);
            return true;
        });
    }

    private ClaimRequest request(ClaimId claim, RoomTypeId type, StayDates dates, String guest) {
        ClaimLabel label = new ClaimLabel(guest, null, new ClaimLabel.Party(2, 0), null, null, null);
        return new ClaimRequest(claim, new BookingId(claim.value()), new Wanted(type(type), dates, label));
    }

    Revision revision() {
        return objects().revision(property);
    }

    List<Change> changes(Collection collection, Revision since) {
        return objects().changes(property, collection, since, 10_000);
    }

    Map<String, String> listing(Collection collection) {
        Map<String, String> tags = new HashMap<>();
        objects()
                .each(
                        property,
                        collection,
                        StayDates.EARLIEST,
                        StayDates.LATEST,
                        one -> tags.put(one.name(), one.etag()));
        return tags;
    }
}
