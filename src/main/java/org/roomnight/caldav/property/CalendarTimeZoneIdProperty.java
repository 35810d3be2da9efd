package org.roomnight.caldav.property;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.ical.TimeZones;

/** CALDAV:calendar-timezone-id (RFC 7809 §5.2). */
final class CalendarTimeZoneIdProperty implements SettableProperty {

    static final QName NAME = Names.caldav("calendar-timezone-id");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar calendar
                ? name(CalendarZone.of(calendar, context))
                : Optional.empty();
    }

    /** An offset alone is no name of the IANA data. */
    private static Optional<Consumer<XmlWriter>> name(ZoneId zone) {
        return zone instanceof ZoneOffset ? Optional.empty() : Optional.of(xml -> xml.text(zone.getId()));
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return CalendarZone.isSettable(resource);
    }

    @Override
    public Optional<QName> replaces() {
        return Optional.of(CalendarTimeZoneProperty.NAME); // RFC 7809 §5.2
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        return TimeZones.resolve(value.text()).isPresent()
                ? Optional.empty()
                : Optional.of(DavRefusal.forbidden(
                        Names.caldav("valid-timezone"), "This time zone is not known. Use a name of the IANA data."));
    }
}
