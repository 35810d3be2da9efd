package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:getcontentlength (RFC 4918 §15.4), in octets. */
final class GetContentLengthProperty implements LiveProperty {

    private static final QName NAME = Names.dav("getcontentlength");

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
                ? Optional.of(xml -> xml.text(Integer.toString(entry.facts().length())))
                : Optional.empty();
    }
}
