package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:min-date-time (RFC 4791 §5.2.6). */
final class MinDateTimeProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("min-date-time");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(xml -> xml.text(CalendarLimits.MIN_DATE_TIME))
                : Optional.empty();
    }
}
