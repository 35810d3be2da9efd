package org.roomnight.caldav.method;

import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.Privileges;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.BulkChanges;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;

/** DELETE of an entry, which frees its nights, or of a calendar that staff made (RFC 4918 §9.6). */
public final class Delete implements DavMethod {

    private final DavTree tree;
    private final EntryWrites entries;
    private final Conditions conditions;
    private final BulkChanges bulk;

    public Delete(DavTree tree, EntryWrites entries, Conditions conditions, BulkChanges bulk) {
        this.bulk = bulk;
        this.tree = tree;
        this.conditions = conditions;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "DELETE";
    }

    @Override
    public boolean safe() {
        return false;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        call.requireNoBody();
        DavResource gone = entries.together(call.visitor(), () -> {
            DavResource found = tree.find(call.visitor(), call.path()).orElseThrow(Refused::notFound);
            switch (found) {
                case DavResource.Entry entry -> removeEntry(call, entry);
                case DavResource.Calendar calendar -> removeCalendar(call, calendar);
                case DavResource.Signpost _, DavResource.Principal _, DavResource.Home _ ->
                    throw Refused.readOnly(
                            call.path().parent(),
                            Privileges.UNBIND,
                            "This belongs to the account and cannot be deleted.");
            }
            return found;
        });
        if (gone instanceof DavResource.Calendar calendar) {
            bulk.remove(call.visitor().id(), calendar.facts().key());
        }
        return DavAnswer.empty(204);
    }

    private void removeEntry(DavCall call, DavResource.Entry entry) {
        CalendarObject stored = entries.writable(
                        call.visitor(), entry.calendar(), entry.facts().name())
                .orElseThrow(Refused::notFound);
        conditions.check(call, stored.etag());
        entries.remove(call.visitor(), entry.calendar(), stored);
    }

    private void removeCalendar(DavCall call, DavResource.Calendar calendar) {
        if (call.depth(DavCall.Depth.INFINITY) != DavCall.Depth.INFINITY) {
            throw Refused.badRequest("A calendar is deleted with all its entries: leave the Depth header out.");
        }
        if (!(calendar.facts().kind() instanceof CalendarCollection.Kind.Staff)) {
            throw Refused.readOnly(
                    call.path().parent(),
                    Privileges.UNBIND,
                    "The calendars of bookings and room types stay as long as there are such. Unsubscribe from it"
                            + " instead.");
        }
        conditions.check(call, calendar);
        bulk.unlink(call.visitor().id(), calendar.facts());
    }
}
