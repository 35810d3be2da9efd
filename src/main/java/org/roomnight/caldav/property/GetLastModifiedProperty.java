package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.LastModified;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:getlastmodified (RFC 4918 §15.7), of objects only: what GET says in Last-Modified. */
final class GetLastModifiedProperty implements LiveProperty {

    private static final QName NAME = Names.dav("getlastmodified");

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
                ? Optional.of(xml ->
                        xml.text(LastModified.header(entry.facts().times().changed())))
                : Optional.empty();
    }
}
