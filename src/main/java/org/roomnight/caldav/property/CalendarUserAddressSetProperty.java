package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.tree.DavResource;
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
                ? Optional.of(xml -> xml.text(Addresses.HREF, "urn:uuid:" + context.hotelIdentifier())
                        .text(Addresses.HREF, context.href(context.principal())))
                : Optional.empty();
    }
}
