package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:getetag (RFC 4918 §15.6), of objects only: collections change with every member. */
final class GetEtagProperty implements LiveProperty {

    private static final QName NAME = Names.dav("getetag");

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
                ? Optional.of(xml -> xml.text('"' + entry.facts().etag() + '"'))
                : Optional.empty();
    }
}
