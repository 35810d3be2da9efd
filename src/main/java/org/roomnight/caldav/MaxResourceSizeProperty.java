package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.ical.ReadingLimits;

/** CALDAV:max-resource-size (RFC 4791 §5.2.5), in octets. */
final class MaxResourceSizeProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("max-resource-size");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(xml -> xml.text(Integer.toString(ReadingLimits.OBJECT.octets())))
                : Optional.empty();
    }
}
