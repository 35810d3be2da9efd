package org.roomnight.caldav;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:supported-calendar-data (RFC 4791 §5.2.4). */
final class SupportedCalendarDataProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("supported-calendar-data");
    private static final Element ICALENDAR = new Element(
            Names.caldav("calendar-data"),
            Map.of(new QName("content-type"), "text/calendar", new QName("version"), "2.0"),
            List.of());

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar ? Optional.of(xml -> xml.element(ICALENDAR)) : Optional.empty();
    }
}
