package org.roomnight.davxml;

import javax.xml.namespace.QName;

/**
 * Writes one XML document into memory, fast: prefixes D, C, CS, A and R for the namespaces of {@link Names}, declared at
 * the root; others where they are used. Text is escaped; characters that XML 1.0 cannot carry are dropped.
 */
public final class XmlWriter {

    /** Begins the document and its root element. */
    public XmlWriter(QName root) {
        throw new UnsupportedOperationException("not written yet");
    }

    public XmlWriter open(QName name) {
        throw new UnsupportedOperationException("not written yet");
    }

    public XmlWriter close(QName name) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** An element without content. */
    public XmlWriter empty(QName name) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** An element with text. */
    public XmlWriter text(QName name, String text) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Text inside the open element. */
    public XmlWriter text(String text) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Text that is UTF-8 already, such as a calendar object: escaped without decoding it. */
    public XmlWriter text(byte[] utf8) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** An element as it was read, with its attributes, its xml:lang and the namespaces it needs. */
    public XmlWriter element(Element element) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Closes the root; the whole document in UTF-8. */
    public byte[] finish() {
        throw new UnsupportedOperationException("not written yet");
    }
}
