package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:supported-method-set (RFC 3253 §3.1.3): the methods that Allow names. */
final class SupportedMethodSetProperty implements LiveProperty {

    private static final QName NAME = Names.dav("supported-method-set");
    private static final QName METHOD = Names.dav("supported-method");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.of(
                xml -> Options.methods(resource.path()).forEach(method -> xml.empty(METHOD, "name", method)));
    }
}
