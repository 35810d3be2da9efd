package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:max-date-time (RFC 4791 §5.2.7). */
final class MaxDateTimeProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("max-date-time");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(xml -> xml.text(CalendarLimits.MAX_DATE_TIME))
                : Optional.empty();
    }
}
