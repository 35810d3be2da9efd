package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:calendar-user-type (RFC 6638 §2.4.2): the value that changes nothing in any client. */
final class CalendarUserTypeProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("calendar-user-type");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal
                ? Optional.of(xml -> xml.text("INDIVIDUAL"))
                : Optional.empty();
    }
}
