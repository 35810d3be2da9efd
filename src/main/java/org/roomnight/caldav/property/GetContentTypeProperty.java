package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:getcontenttype (RFC 4918 §15.5), as GET says it. */
public final class GetContentTypeProperty implements LiveProperty {

    private static final QName NAME = Names.dav("getcontenttype");

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
                ? Optional.of(xml -> xml.text(of(entry.facts().component())))
                : Optional.empty();
    }

    /** The Content-Type of an object. */
    public static String of(String component) {
        return "text/calendar; charset=utf-8; component=" + component;
    }
}
