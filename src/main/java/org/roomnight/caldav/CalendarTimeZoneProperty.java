package org.roomnight.caldav;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;
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
    public Optional<Consumer<XmlWriter>> of(DavResource resource, Scene scene) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(xml -> xml.text(ZoneDefinition.calendar(CalendarZone.of(resource, scene), PRODUCT)))
                : Optional.empty();
    }

    @Override
    public boolean settableOn(DavResource resource) {
        return resource instanceof DavResource.Calendar;
    }

    @Override
    public Optional<QName> replaces() {
        return Optional.of(TimeZoneIdProperty.NAME); // RFC 7809 §5.2
    }

    @Override
    public Optional<DavRefusal> problem(Element value) {
        return value.children().isEmpty() && zoneName(value).isPresent()
                ? Optional.empty()
                : Optional.of(DavRefusal.forbidden(
                        Names.caldav("valid-calendar-data"),
                        "A calendar's time zone is one VCALENDAR with one VTIMEZONE and nothing else."));
    }

    /** The TZID of a value, if that is one VTIMEZONE. */
    static Optional<String> zoneName(Element value) {
        byte[] octets = value.text().strip().getBytes(StandardCharsets.UTF_8);
        return switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(octets)) {
            case Read.Calendar(Component calendar, var _)
            when calendar.components().size() == 1 ->
                calendar.components("VTIMEZONE").stream().findFirst().flatMap(zone -> zone.text("TZID"));
            case Read.Calendar _, Read.Refused _ -> Optional.empty();
        };
    }
}
