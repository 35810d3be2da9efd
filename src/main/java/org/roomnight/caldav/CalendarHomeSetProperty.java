package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;

/** CALDAV:calendar-home-set (RFC 4791 §6.2.1). */
final class CalendarHomeSetProperty implements HrefProperty {

    private static final QName NAME = Names.caldav("calendar-home-set");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Principal ? Optional.of(List.of(context.home())) : Optional.empty();
    }
}
