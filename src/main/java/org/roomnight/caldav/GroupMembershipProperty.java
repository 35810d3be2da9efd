package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:group-membership (RFC 3744 §4.4): a property is in no group. */
final class GroupMembershipProperty implements HrefProperty {

    private static final QName NAME = Names.dav("group-membership");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal ? Optional.of(List.of()) : Optional.empty();
    }
}
