package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:current-user-privilege-set (RFC 3744 §5.4). */
final class CurrentUserPrivilegeSetProperty implements LiveProperty {

    private static final QName NAME = Names.dav("current-user-privilege-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.of(xml -> Privileges.of(resource).forEach(privilege -> Privileges.write(xml, privilege)));
    }
}
