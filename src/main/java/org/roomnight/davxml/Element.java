package org.roomnight.davxml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** An XML element as it was read: attributes without namespace declarations, elements and text in their order. */
public record Element(QName name, Map<QName, String> attributes, List<Node> content) implements Node {

    public Element {
        attributes = Map.copyOf(attributes);
        content = List.copyOf(content);
    }

    /** An element without attributes. */
    public static Element of(QName name, Node... content) {
        return new Element(name, Map.of(), List.of(content));
    }

    /** The elements directly inside, in order. */
    public List<Element> children() {
        return content.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** The first element of that name directly inside. */
    public Optional<Element> child(QName wanted) {
        return children().stream().filter(child -> child.name().equals(wanted)).findFirst();
    }

    /** The value of an attribute without namespace. */
    public Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(new QName(local)));
    }

    /** All text directly inside, joined, as it stands. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Node node : content) {
            if (node instanceof Text(String value)) {
                text.append(value);
            }
        }
        return text.toString();
    }
}
