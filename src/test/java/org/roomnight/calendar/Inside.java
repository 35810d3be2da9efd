package org.roomnight.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roomnight.TestServer;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimKind;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.ClaimRequest;
import org.roomnight.availability.NightLedger;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomTypes;
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
        write(() -> server.bean(NightLedger.class).record(property, request(claim, type, dates, guest)));
    }

    void change(ClaimId claim, RoomTypeId type, StayDates dates, String guest) {
        write(() -> {
            NightLedger ledger = server.bean(NightLedger.class);
            List<Claim> held = ledger.find(property, claim).stream().toList();
            ledger.change(property, held, List.of(request(claim, type, dates, guest)));
            return true;
        });
    }

    void release(ClaimId claim) {
        write(() -> {
            server.bean(NightLedger.class).release(property, claim);
            return true;
        });
    }

    private ClaimRequest request(ClaimId claim, RoomTypeId type, StayDates dates, String guest) {
        ClaimLabel label = new ClaimLabel(guest, null, new ClaimLabel.Party(2, 0), null, null, null);
        return new ClaimRequest(claim, ClaimKind.ROOM_STAY, claim.value(), type(type), dates, label);
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
