package org.roomnight.davxml;

import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Finds the elements that a grammar names; all others are passed over (RFC 4918 §17). */
final class Children {

    private Children() {}

    /** Those of that name directly inside, in order. */
    static List<Element> named(Element parent, QName name) {
        return parent.children().stream()
                .filter(child -> child.name().equals(name))
                .toList();
    }

    static boolean has(Element parent, QName name) {
        return parent.child(name).isPresent();
    }

    /** The one of that name, or null; two are refused. */
    static @Nullable Element atMostOne(Element parent, QName name, DavRefusal otherwise) {
        List<Element> found = named(parent, name);
        if (found.size() > 1) {
            throw new BadBodyException(otherwise);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The one of that name; none and two are refused. */
    static Element exactlyOne(Element parent, QName name, DavRefusal otherwise) {
        Element found = atMostOne(parent, name, otherwise);
        if (found == null) {
            throw new BadBodyException(otherwise);
        }
        return found;
    }
}
