package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:current-user-principal (RFC 5397 §3), on every resource: some clients ask wherever they are. */
final class CurrentUserPrincipalProperty implements HrefProperty {

    private static final QName NAME = Names.dav("current-user-principal");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return Optional.of(List.of(context.principal()));
    }
}
