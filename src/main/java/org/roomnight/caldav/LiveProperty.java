package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.XmlWriter;

/** A property whose value the server knows (RFC 4918 §4.2). */
interface LiveProperty {

    QName name();

    /** Writes the value inside its element; empty when a resource has no such property. */
    Optional<Consumer<XmlWriter>> of(DavResource resource, Scene scene);

    /** Whether DAV:allprop has it; most extensions of RFC 4918 ask that theirs are left out. */
    default boolean inAllprop() {
        return false;
    }

    /** Why a client may not set it; properties that a client may set are kept like those of its own. */
    default boolean protectedFromClients() {
        return true;
    }
}
