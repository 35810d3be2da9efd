package org.roomnight.davxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An element as text that can be kept and read again: a small document with the element inside of DAV:prop. */
public final class KeptElement {

    private KeptElement() {}

    /** The text, or nothing for an element of so many namespaces that reading it again would be refused. */
    public static Optional<String> text(Element element) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new XmlWriter(octets, Names.dav("prop")).element(element).finish();
        try {
            ElementReader.read(octets.toByteArray());
            return Optional.of(octets.toString(StandardCharsets.UTF_8));
        } catch (BadBodyException _) {
            return Optional.empty();
        }
    }

    /** What {@link #text} was made of. */
    public static Element read(String text) {
        return ElementReader.read(text.getBytes(StandardCharsets.UTF_8))
                .children()
                .getFirst();
    }
}
