package org.roomnight.davxml;

import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads octets as one XML 1.0 document within budgets, in linear time and without recursion.
 *
 * <p>Text and attributes need no budget of their own: as no entity is ever replaced, they are shorter than the body.
 */
final class ElementReader {

    /** Elements inside each other, the root included: twice what the deepest filter needs. */
    static final int MAX_DEPTH = 32;

    /** Elements in a body: a multiget of {@value ReportReader#MAX_HREFS} has room. */
    static final int MAX_ELEMENTS = 20_000;

    /** Characters of a namespace name: it is written again for every property that is answered. */
    static final int MAX_NAMESPACE_CHARS = 512;

    private final XMLStreamReader xml;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;
    private @Nullable Element root;

    private ElementReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The root with everything in it, or a {@link BadBodyException}. */
    static Element read(byte[] octets) {
        if (octets.length > DavBodies.MAX_OCTETS) {
            throw new BadBodyException(new DavRefusal(413, null, "The body is too large. Ask for less at once."));
        }
        CharBuffer text = BodyText.decoded(octets);
        new StartTags(text).checkAttributes();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(reader(text));
            BodyText.checkDeclared(xml.getCharacterEncodingScheme(), octets);
            if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
                throw BadBodyException.badRequest("The body is not XML 1.0. Send it as XML 1.0.");
            }
            return new ElementReader(xml).document();
        } catch (XMLStreamException _) {
            throw BadBodyException.badRequest(
                    "The body is not well-formed XML. Send well-formed XML with declared namespaces.");
        }
    }

    private static Reader reader(CharBuffer text) {
        return new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining());
    }

    /** One for each body: a shared factory keeps the last reader, and with it someone's body. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the body is read");
        });
        return factory;
    }

    /** An element whose end has not come yet. */
    private record Open(QName name, Map<QName, String> attributes, List<Node> content, StringBuilder text) {

        /** Text is one node, however many pieces and CDATA sections it came in. */
        void endText() {
            if (!text.isEmpty()) {
                content.add(new Text(text.toString()));
                text.setLength(0);
            }
        }
    }

    private Element document() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.DTD -> throw documentType();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw documentType();
                default -> {} // comments, processing instructions and the end
            }
        }
        if (root == null) {
            throw BadBodyException.badRequest("The body has no XML element.");
        }
        return root;
    }

    private void begin() {
        if (open.size() == MAX_DEPTH) {
            throw tooDeep();
        }
        if (++elements > MAX_ELEMENTS) {
            throw BadBodyException.badRequest("The body has too many elements. Ask for less at once.");
        }
        if (!open.isEmpty()) {
            open.element().endText();
        }
        open.push(new Open(name(xml.getName()), attributes(), new ArrayList<>(), new StringBuilder(0)));
    }

    private void end() {
        Open ended = open.pop();
        ended.endText();
        Element element = new Element(ended.name(), ended.attributes(), ended.content());
        if (open.isEmpty()) {
            root = element;
        } else {
            open.element().content().add(element);
        }
    }

    private void text() {
        if (!open.isEmpty()) {
            open.element().text().append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private Map<QName, String> attributes() {
        int count = xml.getAttributeCount();
        Map<QName, String> attributes = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            attributes.put(name(xml.getAttributeName(i)), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static QName name(QName read) {
        if (read.getNamespaceURI().length() > MAX_NAMESPACE_CHARS) {
            throw BadBodyException.badRequest("A namespace name of the body is too long.");
        }
        return read;
    }

    private static BadBodyException documentType() {
        return BadBodyException.forbidden(
                Names.dav("no-external-entities"), "The body has a document type. Send the XML without DOCTYPE.");
    }

    private BadBodyException tooDeep() {
        boolean filter = open.stream().anyMatch(element -> element.name().equals(Names.caldav("filter")));
        return filter
                ? FilterReader.invalid("The filter is nested too deeply. Ask for fewer levels.")
                : BadBodyException.badRequest("The elements of the body are nested too deeply.");
    }
}
