package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:principal-URL (RFC 3744 §4.2). */
final class PrincipalUrlProperty implements HrefProperty {

    private static final QName NAME = Names.dav("principal-URL");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal ? Optional.of(List.of(context.principal())) : Optional.empty();
    }
}
