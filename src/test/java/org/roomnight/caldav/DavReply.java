package org.roomnight.caldav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.roomnight.TestServer;
import org.roomnight.davxml.Names;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An answer of the CalDAV door, read by another XML parser than the one that is tested. */
record DavReply(HttpResponse<byte[]> http) {

    private static final QName RESPONSE = Names.dav("response");
    private static final QName HREF = Names.dav("href");
    private static final QName PROPSTAT = Names.dav("propstat");
    private static final QName PROP = Names.dav("prop");
    private static final QName STATUS = Names.dav("status");

    int status() {
        return http.statusCode();
    }

    String header(String name) {
        return TestServer.header(http, name);
    }

    String text() {
        return TestServer.text(http);
    }

    Element xml() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(http.body()))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException failure) {
            throw new IllegalStateException("no XML: " + text(), failure);
        }
    }

    /** The precondition of a refusal, or the name of the root when there is none. */
    QName precondition() {
        return children(xml()).map(DavReply::name).findFirst().orElseGet(() -> name(xml()));
    }

    List<String> hrefs() {
        return children(xml(), RESPONSE).map(DavReply::href).toList();
    }

    /** The properties of the response with that href. */
    Found of(String href) {
        Element response = children(xml(), RESPONSE)
                .filter(one -> href(one).equals(href))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(href + " is not in " + text()));
        Map<QName, Element> elements = new LinkedHashMap<>();
        Map<QName, Integer> statuses = new LinkedHashMap<>();
        propstats(response).forEach(propstat -> {
            int status = Integer.parseInt(children(propstat, STATUS)
                    .findFirst()
                    .orElseThrow()
                    .getTextContent()
                    .split(" ")[1]);
            children(children(propstat, PROP).findFirst().orElseThrow()).forEach(property -> {
                elements.put(name(property), property);
                statuses.put(name(property), status);
            });
        });
        return new Found(elements, statuses);
    }

    /** The properties of the only response, or of an answer without responses. */
    Found only() {
        return of(hrefs().getFirst());
    }

    private static Stream<Element> propstats(Element response) {
        return children(response, PROPSTAT);
    }

    private static String href(Element response) {
        return children(response, HREF).findFirst().orElseThrow().getTextContent();
    }

    /** Properties of one resource with the status of each. */
    record Found(Map<QName, Element> elements, Map<QName, Integer> statuses) {

        int status(QName name) {
            return statuses.getOrDefault(name, 0);
        }

        Element element(QName name) {
            return Objects.requireNonNull(elements.get(name), () -> name + " is not in the answer");
        }

        boolean has(QName name) {
            return status(name) == 200;
        }

        String text(QName name) {
            return has(name) ? element(name).getTextContent() : "(" + status(name) + ")";
        }

        /** The names of the elements directly inside. */
        List<QName> inside(QName name) {
            return children(element(name)).map(DavReply::name).toList();
        }

        /** The names of all elements inside, at any depth. */
        List<QName> deepInside(QName name) {
            List<QName> names = new ArrayList<>();
            collect(element(name), names);
            return names;
        }

        List<String> hrefs(QName name) {
            return children(element(name), HREF).map(Element::getTextContent).toList();
        }

        List<String> attributes(QName name, String attribute) {
            return children(element(name))
                    .map(one -> one.getAttribute(attribute))
                    .toList();
        }

        private static void collect(Element parent, List<QName> names) {
            children(parent).forEach(child -> {
                names.add(name(child));
                collect(child, names);
            });
        }
    }

    private static QName name(Node node) {
        return new QName(node.getNamespaceURI(), node.getLocalName());
    }

    private static Stream<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children.stream();
    }

    private static Stream<Element> children(Element parent, QName wanted) {
        return children(parent).filter(child -> name(child).equals(wanted));
    }
}
