package org.roomnight.mixed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A 207, read by another XML parser than the server's: properties by href and local name, and who is gone. */
record Multistatus(Map<String, Map<String, String>> found, List<String> gone, String syncToken) {

    private static final DocumentBuilderFactory XML = DocumentBuilderFactory.newDefaultNSInstance();

    static Multistatus of(byte[] body) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        Element root = root(body);
        for (Element response : children(root, "response")) {
            String href = text(response, "href");
            if (!text(response, "status").isEmpty()) {
                gone.add(href);
                continue;
            }
            Map<String, String> properties = new HashMap<>();
            for (Element propstat : children(response, "propstat")) {
                if (text(propstat, "status").contains(" 200 ")) {
                    children(children(propstat, "prop").getFirst(), "*")
                            .forEach(one -> properties.put(one.getLocalName(), one.getTextContent()));
                }
            }
            found.put(href, properties);
        }
        return new Multistatus(found, gone, text(root, "sync-token"));
    }

    private static Element root(byte[] body) {
        try {
            return XML.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException failure) {
            throw new AssertionError("no XML", failure);
        }
    }

    private static String text(Element parent, String child) {
        List<Element> found = children(parent, child);
        return found.isEmpty() ? "" : found.getFirst().getTextContent();
    }

    private static List<Element> children(Element parent, String localName) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && (localName.equals("*") || element.getLocalName().equals(localName))) {
                children.add(element);
            }
        }
        return children;
    }
}
