package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:lockdiscovery (RFC 4918 §15.8): nothing is ever locked. */
final class LockDiscoveryProperty implements LiveProperty {

    private static final QName NAME = Names.dav("lockdiscovery");

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
        return Optional.of(_ -> {});
    }
}
