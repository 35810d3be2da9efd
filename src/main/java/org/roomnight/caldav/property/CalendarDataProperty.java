package org.roomnight.caldav.property;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.CalendarData;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.XmlWriter;

/**
 * CALDAV:calendar-data (RFC 4791 §9.6). It is for reports: a listing that has not read the objects does not have it.
 */
public final class CalendarDataProperty implements LiveProperty {

    static final QName NAME = Names.caldav("calendar-data");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        if (!(resource instanceof DavResource.Entry entry)) {
            return Optional.empty();
        }
        CalendarObject content = entry.content();
        return content == null ? Optional.empty() : Optional.of(text(entry, content, context));
    }

    private static Consumer<XmlWriter> text(DavResource.Entry entry, CalendarObject content, RenderContext context) {
        CalendarData wanted = wanted(context.asked());
        ZoneId zone = wanted.equals(CalendarData.WHOLE)
                ? context.visitor().timeZone()
                : context.zones().apply(entry.calendar());
        byte[] octets = new DataRenderer(wanted, zone, context.zonesWanted()).render(content);
        return xml -> xml.text(octets);
    }

    private static CalendarData wanted(PropRequest asked) {
        return switch (asked) {
            case PropRequest.Some some -> some.calendarData().orElse(CalendarData.WHOLE);
            case PropRequest.All _, PropRequest.NamesOnly _ -> CalendarData.WHOLE;
        };
    }

    /** Whether the objects have to be read for an answer. */
    public static boolean isAsked(PropRequest asked) {
        return switch (asked) {
            case PropRequest.Some(var names, var _) -> names.contains(NAME);
            case PropRequest.All(var included) -> included.contains(NAME);
            case PropRequest.NamesOnly _ -> false;
        };
    }
}
