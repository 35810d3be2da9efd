package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:acl-restrictions (RFC 3744 §5.6). */
final class AclRestrictionsProperty implements LiveProperty {

    private static final QName NAME = Names.dav("acl-restrictions");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.of(xml -> xml.empty(Names.dav("grant-only")).empty(Names.dav("no-invert")));
    }
}
