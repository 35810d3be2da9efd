package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** DAV:group-member-set (RFC 3744 §4.3): a property is no group. */
final class GroupMemberSetProperty implements HrefProperty {

    private static final QName NAME = Names.dav("group-member-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal ? Optional.of(List.of()) : Optional.empty();
    }
}
