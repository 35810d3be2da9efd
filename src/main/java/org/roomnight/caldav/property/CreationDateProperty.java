package org.roomnight.caldav.property;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:creationdate (RFC 4918 §15.1), of objects, in whole seconds like CREATED inside of a room stay. */
final class CreationDateProperty implements LiveProperty {

    private static final QName NAME = Names.dav("creationdate");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Entry entry
                ? Optional.of(xml -> xml.text(entry.facts()
                        .times()
                        .created()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()))
                : Optional.empty();
    }
}
