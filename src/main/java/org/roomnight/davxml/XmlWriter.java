package org.roomnight.davxml;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;

/**
 * Writes one XML document in UTF-8 to a stream, fast: prefixes D, C, CS, A and R for the namespaces of {@link Names},
 * declared at the root; others where they are used. Text is escaped; characters that XML 1.0 cannot carry are dropped,
 * and a lone surrogate becomes U+FFFD.
 *
 * <p>Names are trusted to be names. A stream that fails ends the writing with {@link UncheckedIOException}.
 */
public final class XmlWriter {

    private static final byte[] DECLARATION = ascii("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    private static final byte[] NAMESPACES = ascii(Tags.declaration("D", Names.DAV)
            + Tags.declaration("C", Names.CALDAV)
            + Tags.declaration("CS", Names.CALENDARSERVER)
            + Tags.declaration("A", Names.APPLE)
            + Tags.declaration("R", Names.ROOMNIGHT)
            + ">");
    private static final byte[] EMPTY_END = ascii("/>");

    private final QName root;
    private final Octets octets;
    private final Tags tags = new Tags();

    /** Begins the document and its root element. The stream needs no buffer of its own. */
    public XmlWriter(OutputStream out, QName root) {
        this.root = root;
        octets = new Octets(out);
        octets.put(DECLARATION);
        octets.put(tags.of(root).start());
        octets.put(NAMESPACES);
    }

    public XmlWriter open(QName name) {
        octets.put(tags.of(name).start());
        octets.put('>');
        return this;
    }

    public XmlWriter close(QName name) {
        octets.put(tags.of(name).end());
        return this;
    }

    /** An element without content. */
    public XmlWriter empty(QName name) {
        octets.put(tags.of(name).start());
        return raw(EMPTY_END);
    }

    /** An element without content that has one attribute, such as {@code <C:comp name="VEVENT"/>}. */
    public XmlWriter empty(QName name, String attribute, String value) {
        octets.put(tags.of(name).start());
        attribute(attribute, value);
        return raw(EMPTY_END);
    }

    /** An element with text. */
    public XmlWriter text(QName name, String text) {
        return open(name).text(text).close(name);
    }

    /** Text inside the open element. */
    public XmlWriter text(String text) {
        octets.escaped(text, Escapes.TEXT);
        return this;
    }

    /** Text that is valid UTF-8 already, such as a calendar object: escaped without decoding it. */
    public XmlWriter text(byte[] utf8) {
        octets.escaped(utf8, Escapes.TEXT);
        return this;
    }

    /** An element as it was read, with its attributes, its xml:lang and the namespaces it needs. */
    public XmlWriter element(Element element) {
        new ElementWriter(this, element).write();
        return this;
    }

    /** Closes the root and hands all octets to the stream, which is neither flushed nor closed. */
    public void finish() {
        close(root);
        octets.drain();
    }

    /** Octets of tags, as they are. */
    XmlWriter raw(byte[] markup) {
        octets.put(markup);
        return this;
    }

    /** An attribute inside a start tag that has no end yet. */
    XmlWriter attribute(String qualifiedName, String value) {
        octets.put(' ');
        raw(qualifiedName.getBytes(StandardCharsets.UTF_8));
        octets.put('=');
        octets.put('"');
        octets.escaped(value, Escapes.ATTRIBUTE);
        octets.put('"');
        return this;
    }

    static byte[] ascii(String markup) {
        return markup.getBytes(StandardCharsets.US_ASCII);
    }
}
