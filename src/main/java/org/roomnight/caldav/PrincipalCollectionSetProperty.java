package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:principal-collection-set (RFC 3744 §5.8). */
final class PrincipalCollectionSetProperty implements HrefProperty {

    private static final QName NAME = Names.dav("principal-collection-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return Optional.of(List.of(new DavPath.Principals()));
    }
}
