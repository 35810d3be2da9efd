package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.ical.ZoneDefinition;

/** CALDAV:calendar-timezone (RFC 4791 §5.2.2): what a client has set, or the definition of the zone that counts (RFC 7809 §3.1.5). */
final class CalendarTimeZoneProperty implements SettableProperty {

    static final QName NAME = Names.caldav("calendar-timezone");
    private static final String PRODUCT = "-//Roomnight//Roomnight 1//EN";

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar calendar
                ? Optional.of(xml -> xml.text(ZoneDefinition.calendar(CalendarZone.of(calendar, context), PRODUCT)))
                : Optional.empty();
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return CalendarZone.isSettable(resource);
    }

    @Override
    public Optional<QName> replaces() {
        return Optional.of(CalendarTimeZoneIdProperty.NAME); // RFC 7809 §5.2
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        return value.children().isEmpty() && !CalendarZone.isBroken(value.text())
                ? Optional.empty()
                : Optional.of(DavRefusal.forbidden(
                        Names.caldav("valid-calendar-data"),
                        "A calendar's time zone is one VCALENDAR with one VTIMEZONE that has rules, and"
                                + " nothing else."));
    }
}
