package org.roomnight.caldav.property;

import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;

/** A live property that clients may set: what they set is kept like their own properties and goes before the value. */
interface SettableProperty extends LiveProperty {

    boolean settableOn(DavResource resource);

    /** Why a value is not taken. */
    Optional<DavRefusal> problem(Element value);

    /** Another property that says the same, and is forgotten when this one is set. */
    default Optional<QName> replaces() {
        return Optional.empty();
    }
}
