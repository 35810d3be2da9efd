package org.roomnight.caldav.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Preferences;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.GetContentTypeProperty;
import org.roomnight.caldav.tree.AllowedMethods;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.Names;
import org.roomnight.entry.StaffEntry;

/** PUT of a calendar object (RFC 4791 §5.3.2); in the calendar of a room type it blocks nights. */
public final class Put implements DavMethod {

    private final DavTree tree;
    private final EntryWrites entries;
    private final Conditions conditions;

    public Put(DavTree tree, EntryWrites entries, Conditions conditions) {
        this.tree = tree;
        this.conditions = conditions;
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
            throw Refused.methodNotAllowed(AllowedMethods.header(call.path()));
        }
        DavPath.Calendar parent = new DavPath.Calendar(path.property(), path.calendar());
        if (!path.property().equals(call.visitor().id().value())) {
            throw Refused.notFound();
        }
        if (call.mediaType().filter(type -> !type.equals("text/calendar")).isPresent()) {
            throw Refused.forbidden(
                    Names.caldav("supported-calendar-data"), "An entry is sent as text/calendar, version 2.0.");
        }
        if (call.headers().contentRange() != null) {
            throw Refused.badRequest("Send the whole entry: parts of one are not put together here."); // RFC 9110 §14.5
        }
        StaffEntry entry = entries.read(call.visitor(), call.body());
        return entries.together(call.visitor(), () -> {
            CalendarCollection calendar = tree.calendar(call.visitor(), parent)
                    .orElseThrow(() -> Refused.status(409, "There is no such calendar; make it first."))
                    .facts();
            Optional<CalendarObject> before = entries.writable(call.visitor(), calendar, path.name());
            @Nullable String etag = before.map(CalendarObject::etag).orElse(null);
            if (before.isPresent() && call.preferences().representation() && !conditions.hold(call, etag)) {
                return representation(call, 412, before.get()); // RFC 8144 §3.2: it saves the GET
            }
            conditions.check(call, etag);
            CalendarObject now = entries.put(call.visitor(), calendar, path.name(), entry, before);
            return stored(call, entry, now, before.isPresent());
        });
    }

    /** The entity tag is told only where a GET would give the very octets that were sent (RFC 4791 §5.3.4). */
    private static DavAnswer stored(DavCall call, StaffEntry entry, CalendarObject now, boolean existed) {
        if (call.preferences().representation()) {
            return representation(call, existed ? 200 : 201, now);
        }
        DavAnswer answer = Preferences.applied(DavAnswer.empty(existed ? 204 : 201), List.of());
        return entry.asSent() ? answer.with("ETag", '"' + now.etag() + '"') : answer;
    }

    private static DavAnswer representation(DavCall call, int status, CalendarObject stored) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", '"' + stored.etag() + '"');
        headers.put("Content-Type", GetContentTypeProperty.of(stored.component()));
        headers.put("Content-Location", call.href(call.path()));
        return Preferences.applied(
                new DavAnswer(status, headers, stored.octets()), List.of(Preferences.REPRESENTATION));
    }
}
