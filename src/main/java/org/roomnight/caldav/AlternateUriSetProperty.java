package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:alternate-URI-set (RFC 3744 §4.1): none. */
final class AlternateUriSetProperty implements HrefProperty {

    private static final QName NAME = Names.dav("alternate-URI-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal ? Optional.of(List.of()) : Optional.empty();
    }
}
