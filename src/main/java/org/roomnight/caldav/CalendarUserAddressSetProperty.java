package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:calendar-user-address-set (RFC 6638 §2.4.1); a property is known by its identifier. */
final class CalendarUserAddressSetProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("calendar-user-address-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal
                ? Optional.of(xml -> xml.text(HrefProperty.HREF, "urn:uuid:" + context.hotelIdentifier())
                        .text(HrefProperty.HREF, context.href(context.principal())))
                : Optional.empty();
    }
}
