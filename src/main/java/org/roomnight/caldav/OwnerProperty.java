package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:owner (RFC 3744 §5.1): the property, of all that is its own. */
final class OwnerProperty implements HrefProperty {

    private static final QName NAME = Names.dav("owner");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return resource.path().owner().map(_ -> List.of(context.principal()));
    }
}
