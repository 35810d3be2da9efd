package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.roomnight.TestServer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a REPORT was answered with; its XML is read once. */
final class ReportReply {

    private final HttpResponse<byte[]> response;
    private @Nullable Document document;

    ReportReply(HttpResponse<byte[]> response) {
        this.response = response;
    }

    HttpResponse<byte[]> response() {
        return response;
    }

    int status() {
        return response.statusCode();
    }

    String text() {
        return TestServer.text(response);
    }

    private Document document() {
        if (document == null) {
            document = read();
        }
        return document;
    }

    private Document read() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(response.body()));
        } catch (ParserConfigurationException | SAXException | IOException failure) {
            throw new AssertionError(text(), failure);
        }
    }

    /** The responses of a multistatus by their hrefs: 200 for one with properties, else its status. */
    Map<String, Integer> responses() {
        assertThat(status()).as(text()).isEqualTo(207);
        Map<String, Integer> responses = new LinkedHashMap<>();
        for (Element response : children(document().getDocumentElement(), "response")) {
            List<Element> status = children(response, "status");
            responses.put(
                    text(children(response, "href").getFirst()),
                    status.isEmpty()
                            ? 200
                            : Integer.parseInt(text(status.getFirst()).split(" ")[1]));
        }
        return responses;
    }

    /** The hrefs with properties. */
    List<String> hrefs() {
        return responses().entrySet().stream()
                .filter(one -> one.getValue() == 200)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The entity tags by the href of what has one. */
    Map<String, String> entityTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Element response : children(document().getDocumentElement(), "response")) {
            String tag = text(response.getElementsByTagNameNS("*", "getetag"));
            if (!tag.isEmpty()) {
                tags.put(text(children(response, "href").getFirst()), tag);
            }
        }
        return tags;
    }

    private static String text(NodeList nodes) {
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
    }

    /** The text of a property of the first response that has it. */
    String value(String localName) {
        List<String> values = values(localName);
        assertThat(values).as(text()).isNotEmpty();
        return values.getFirst();
    }

    List<String> values(String localName) {
        var nodes = document().getElementsByTagNameNS("*", localName);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(nodes.item(i).getTextContent());
        }
        return values;
    }

    String syncToken() {
        return text(children(document().getDocumentElement(), "sync-token").getFirst());
    }

    void refused(int status, String precondition) {
        assertThat(status()).as(text()).isEqualTo(status);
        assertThat(text()).containsPattern(":%s>(<.*>)?[A-Z][^<]+\\.</[A-Z]+:%1$s></D:error>".formatted(precondition));
    }

    void refused(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        assertThat(text()).contains("sentence>");
    }

    private static List<Element> children(Element parent, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(localName)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element element) {
        return element.getTextContent();
    }
}
