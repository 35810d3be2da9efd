package org.roomnight.caldav.method;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.LastModified;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.caldav.property.DataRenderer;
import org.roomnight.caldav.property.GetContentTypeProperty;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.davxml.CalendarData;
import org.roomnight.http.EntityTags;

/** GET and HEAD: an object as it is stored, a calendar as one iCalendar, and a sentence for people who open another collection in a browser. */
public final class Get implements DavMethod {

    private static final byte[] FOR_PEOPLE =
            "This is the address of a CalDAV account. Enter it in a calendar program, with the hotel identifier as username and the passkey as password.\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final DavTree tree;
    private final CalendarObjects objects;
    private final CalendarGet calendars;

    /** {@code name} is GET or HEAD: the filter leaves the body of the latter out. */
    public Get(String name, DavTree tree, CalendarObjects objects, CalendarGet calendars) {
        this.calendars = calendars;
        this.name = name;
        this.tree = tree;
        this.objects = objects;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean safe() {
        return true;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        DavResource found = tree.find(call.visitor(), call.path()).orElseThrow(Refused::notFound);
        return switch (found) {
            case DavResource.Entry entry
            when entry.content() != null ->
                entry(call, entry.content(), entry.facts().times().changed());
            case DavResource.Calendar calendar -> calendars.answer(call, calendar.path());
            case DavResource.Entry _, DavResource.Home _, DavResource.Principal _, DavResource.Signpost _ ->
                new DavAnswer(200, Map.of("Content-Type", "text/plain; charset=utf-8"), FOR_PEOPLE);
        };
    }

    private DavAnswer entry(DavCall call, CalendarObject object, Instant changed) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", EntityTags.quoted(object.etag()));
        headers.put("Last-Modified", LastModified.header(changed));
        headers.put("Vary", ZonesWanted.HEADER);
        EntityTagCondition.checkMatch(call.headers(), object.etag());
        if (known(call.headers(), object.etag(), changed)) {
            return new DavAnswer(304, headers, new byte[0]);
        }
        headers.put("Content-Type", GetContentTypeProperty.of(object.component()));
        ZonesWanted zones = ZonesWanted.of(call.headers().timeZones());
        return new DavAnswer(200, headers, new DataRenderer(CalendarData.WHOLE, ZoneOffset.UTC, zones).render(object));
    }

    /** Whether the client has it already; an entity tag makes the date count for nothing (RFC 9110 §13.2.2). */
    private boolean known(DavCall.Headers headers, String etag, Instant changed) {
        String noneMatch = headers.ifNoneMatch();
        if (noneMatch != null) {
            return EntityTagCondition.weaklyNames(noneMatch, etag);
        }
        String since = headers.ifModifiedSince();
        return since != null
                && LastModified.unchangedSince(since, changed)
                && LastModified.unchangedSince(since, objects.historyBegan());
    }
}
