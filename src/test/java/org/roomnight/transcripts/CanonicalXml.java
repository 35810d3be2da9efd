package org.roomnight.transcripts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An XML document in one form, whatever its prefixes, white space between elements, and the order of what has none:
 * neighbours of the same name (responses, propstats, reports, privileges) and properties in DAV:prop.
 */
final class CanonicalXml {

    private static final String DAV = "DAV:";
    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            DAV,
            "D",
            "urn:ietf:params:xml:ns:caldav",
            "C",
            "http://calendarserver.org/ns/",
            "CS",
            "http://apple.com/ns/ical/",
            "A",
            "urn:roomnight:dav",
            "R"));

    /** Elements of DAV: whose children are a set. */
    private static final Set<String> SETS = Set.of("prop", "resourcetype");

    private final List<String> lines = new ArrayList<>();

    private CanonicalXml() {}

    /** Throws {@link IllegalArgumentException} for what is no XML. */
    static String of(String xml) {
        Element root = parse(xml);
        CanonicalXml canonical = new CanonicalXml();
        canonical.element(root, "");
        String text = String.join("\n", canonical.lines);
        String declared = PREFIXES.entrySet().stream()
                .filter(prefix -> text.contains("<" + prefix.getValue() + ":"))
                .map(prefix -> " xmlns:%s=\"%s\"".formatted(prefix.getValue(), prefix.getKey()))
                .collect(Collectors.joining());
        int name = text.indexOf(tag(root)) + tag(root).length();
        return text.substring(0, name) + declared + text.substring(name);
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException failure) {
            throw new IllegalArgumentException(
                    "this is no XML (%s):%n%s".formatted(failure.getMessage(), xml), failure);
        }
    }

    private void element(Element element, String indent) {
        String open = indent + "<" + tag(element) + attributes(element);
        List<Element> children = children(element);
        String text = ownText(element);
        if (children.isEmpty()) {
            String content = text.isEmpty() ? "/>" : ">%s</%s>".formatted(escaped(text), tag(element));
            lines.addAll((open + content).lines().toList());
            return;
        }
        lines.add(open + ">");
        if (!text.isBlank()) {
            lines.add(indent + "  " + escaped(text.strip()));
        }
        sorted(element, children, indent + "  ").forEach(lines::addAll);
        lines.add(indent + "</" + tag(element) + ">");
    }

    private static List<List<String>> sorted(Element parent, List<Element> children, String indent) {
        boolean set = DAV.equals(parent.getNamespaceURI()) && SETS.contains(parent.getLocalName());
        List<List<String>> sorted = new ArrayList<>();
        int runBegins = 0;
        for (int i = 0; i < children.size(); i++) {
            CanonicalXml child = new CanonicalXml();
            child.element(children.get(i), indent);
            sorted.add(child.lines);
            boolean runEnds =
                    i + 1 == children.size() || !(set || tag(children.get(i)).equals(tag(children.get(i + 1))));
            if (runEnds) {
                sorted.subList(runBegins, i + 1).sort((one, other) -> key(one).compareTo(key(other)));
                runBegins = i + 1;
            }
        }
        return sorted;
    }

    private static String key(List<String> lines) {
        return String.join("\n", lines);
    }

    /** The name with a prefix; of namespaces that have none here, with the namespace itself. */
    private static String tag(Node node) {
        String namespace = node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
        String prefix = PREFIXES.get(namespace);
        return prefix == null ? node.getLocalName() : prefix + ":" + node.getLocalName();
    }

    private static String attributes(Element element) {
        List<String> found = new ArrayList<>();
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        if (!PREFIXES.containsKey(namespace)) {
            found.add(" xmlns=\"%s\"".formatted(namespace));
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                found.add(" %s=\"%s\"".formatted(attribute.getName(), escaped(attribute.getValue())));
            }
        }
        return found.stream().sorted().collect(Collectors.joining());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String ownText(Element parent) {
        StringBuilder text = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return Texts.visible(Texts.escaped(text));
    }
}
