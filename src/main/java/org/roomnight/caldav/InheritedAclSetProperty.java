package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:inherited-acl-set (RFC 3744 §5.7): nothing is inherited. */
final class InheritedAclSetProperty implements HrefProperty {

    private static final QName NAME = Names.dav("inherited-acl-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return Optional.of(List.of());
    }
}
