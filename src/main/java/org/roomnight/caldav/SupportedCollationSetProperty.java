package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Filter;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:supported-collation-set (RFC 4791 §7.5.1). */
final class SupportedCollationSetProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("supported-collation-set");
    private static final QName COLLATION = Names.caldav("supported-collation");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(SupportedCollationSetProperty::write)
                : Optional.empty();
    }

    private static void write(XmlWriter xml) {
        for (Filter.Collation collation : Filter.Collation.values()) {
            xml.text(COLLATION, collation.identifier());
        }
    }
}
