package org.roomnight.caldav;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;

/** PUT of a calendar object (RFC 4791 §5.3.2); in the calendar of a room type it blocks nights. */
final class Put implements DavMethod {

    private final DavTree tree;
    private final Entries entries;

    Put(DavTree tree, Entries entries) {
        this.tree = tree;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "PUT";
    }

    @Override
    public boolean safe() {
        return false;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        if (!(call.path() instanceof DavPath.Member path)) {
            throw Refused.methodNotAllowed(Options.allow(call.path()));
        }
        DavPath.Calendar parent = new DavPath.Calendar(path.property(), path.calendar());
        if (!path.property().equals(call.visitor().id().value())) {
            throw Refused.notFound();
        }
        if (!StaffEntryReader.isCalendarType(call)) {
            throw StaffEntryReader.wrongType();
        }
        StaffEntry entry = entries.read(call.visitor(), call.body());
        return entries.together(call.visitor(), () -> {
            CalendarCollection calendar = tree.calendar(call.visitor(), parent)
                    .orElseThrow(() -> Refused.status(409, "There is no such calendar; make it first."))
                    .facts();
            Optional<CalendarObject> before = entries.writable(call.visitor(), calendar, path.name());
            EntityTagCondition.check(call, before.map(CalendarObject::etag).orElse(null));
            CalendarObject now = entries.put(call.visitor(), calendar, path.name(), entry, before);
            return stored(call, entry, now, before.isPresent());
        });
    }

    /** The entity tag is told only where a GET would give the very octets that were sent (RFC 4791 §5.3.4). */
    private static DavAnswer stored(DavCall call, StaffEntry entry, CalendarObject now, boolean existed) {
        Map<String, String> headers = new LinkedHashMap<>();
        boolean representation = call.preferences().representation();
        if (entry.asSent() || representation) {
            headers.put("ETag", '"' + now.etag() + '"');
        }
        if (!representation) {
            return new DavAnswer(existed ? 204 : 201, headers, new byte[0]);
        }
        headers.put(Preferences.APPLIED, "return=representation");
        headers.put("Content-Type", ContentTypeProperty.of(now.component()));
        headers.put("Content-Location", call.path().href());
        return new DavAnswer(existed ? 200 : 201, headers, now.octets());
    }
}
