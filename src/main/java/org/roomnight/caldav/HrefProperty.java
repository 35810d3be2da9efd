package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** A property that names resources, so that expand-property can follow it (RFC 3253 §3.8). */
interface HrefProperty extends LiveProperty {

    QName HREF = Names.dav("href");

    /** The resources; empty when this one has no such property. */
    Optional<List<DavPath>> targets(DavResource resource, RenderContext context);

    @Override
    default Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return targets(resource, context)
                .map(paths -> xml -> paths.forEach(path -> xml.text(HREF, context.href(path))));
    }
}
