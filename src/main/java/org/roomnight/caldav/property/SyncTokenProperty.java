package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:sync-token (RFC 6578 §4) of a calendar. */
public final class SyncTokenProperty implements LiveProperty {

    public static final QName NAME = Names.dav("sync-token");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar calendar
                ? Optional.of(xml -> xml.text(new SyncTokens(context.objects())
                        .of(context.visitor(), calendar.facts(), context.revision(calendar.facts()))))
                : Optional.empty();
    }
}
