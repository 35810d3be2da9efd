package org.roomnight.davxml;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * Writes one element as it was read. All other namespaces in it are declared at its top, once, so that what is written
 * grows with what was read; attributes go in the order of their names, so that the same element gives the same octets.
 */
final class ElementWriter {

    private static final byte[] END_OF_START = XmlWriter.ascii(">");
    private static final byte[] EMPTY_END = XmlWriter.ascii("/>");
    private static final Comparator<QName> BY_NAME =
            Comparator.comparing(QName::getNamespaceURI).thenComparing(QName::getLocalPart);

    private final XmlWriter xml;
    private final Element top;
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    ElementWriter(XmlWriter xml, Element top) {
        this.xml = xml;
        this.top = top;
        collect(top);
    }

    void write() {
        write(top, prefixes);
    }

    private void collect(Element element) {
        prefix(element.name());
        element.attributes().keySet().stream().sorted(BY_NAME).forEach(this::prefix);
        for (Node node : element.content()) {
            if (node instanceof Element inner) {
                collect(inner);
            }
        }
    }

    private String prefix(QName name) {
        String namespace = name.getNamespaceURI();
        String declared = Tags.PREFIXES.get(namespace);
        return declared == null ? prefixes.computeIfAbsent(namespace, _ -> "n" + prefixes.size() + ":") : declared;
    }

    private void write(Element element, Map<String, String> declared) {
        String qualified = qualified(element.name());
        xml.raw(utf8("<" + qualified));
        declared.forEach((namespace, prefix) ->
                xml.attribute("xmlns:" + prefix.substring(0, prefix.length() - 1), namespace));
        element.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_NAME))
                .forEach(attribute -> xml.attribute(qualified(attribute.getKey()), attribute.getValue()));
        if (element.content().isEmpty()) {
            xml.raw(EMPTY_END);
            return;
        }
        xml.raw(END_OF_START);
        element.content().forEach(this::write);
        xml.raw(utf8("</" + qualified + ">"));
    }

    private void write(Node node) {
        switch (node) {
            case Element inner -> write(inner, Map.of());
            case Text(var value) -> xml.text(value);
        }
    }

    private String qualified(QName name) {
        return prefix(name) + name.getLocalPart();
    }

    private static byte[] utf8(String markup) {
        return markup.getBytes(StandardCharsets.UTF_8);
    }
}
