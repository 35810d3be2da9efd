package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:acl (RFC 3744 §5.5): one entry that grants the visitor what it may do. */
final class AclProperty implements LiveProperty {

    private static final QName NAME = Names.dav("acl");
    private static final QName ACE = Names.dav("ace");
    private static final QName PRINCIPAL = Names.dav("principal");
    private static final QName GRANT = Names.dav("grant");
    private static final QName PROTECTED = Names.dav("protected");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.of(xml -> {
            xml.open(ACE)
                    .open(PRINCIPAL)
                    .text(Addresses.HREF, context.href(context.principal()))
                    .close(PRINCIPAL);
            xml.open(GRANT);
            Privileges.of(resource).forEach(privilege -> Privileges.write(xml, privilege));
            xml.close(GRANT).empty(PROTECTED).close(ACE);
        });
    }
}
