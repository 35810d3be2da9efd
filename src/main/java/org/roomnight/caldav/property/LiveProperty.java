package org.roomnight.caldav.property;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.XmlWriter;

/** A property whose value the server knows (RFC 4918 §4.2). Clients may not set it, unless it is settable. */
public interface LiveProperty {

    QName name();

    /** Writes the value inside its element; empty when a resource has no such property. */
    Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context);

    /** Whether DAV:allprop has it; most extensions of RFC 4918 ask that theirs are left out. */
    default boolean inAllprop() {
        return false;
    }
}
