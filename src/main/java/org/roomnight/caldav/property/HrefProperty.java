package org.roomnight.caldav.property;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.XmlWriter;

/** A property that names resources, so that expand-property can follow it (RFC 3253 §3.8). */
interface HrefProperty extends LiveProperty {

    /** The resources; empty when this one has no such property. */
    Optional<List<DavPath>> targets(DavResource resource, RenderContext context);

    @Override
    default Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return targets(resource, context)
                .map(paths -> xml -> paths.forEach(path -> xml.text(Addresses.HREF, context.href(path))));
    }
}
