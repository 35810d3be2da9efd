package org.roomnight.davxml;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Writes a DAV:multistatus (RFC 4918 §13) to a stream, response by response, so that no answer is held whole.
 *
 * <p>Each href is given as it goes on the wire, percent-encoded already.
 */
public final class Multistatus {

    private static final QName ROOT = Names.dav("multistatus");
    private static final QName SYNC_TOKEN = Names.dav("sync-token");

    private final XmlWriter xml;
    private final Responses responses;

    /** A property of a response: its name, and what writes its content inside an element of that name. */
    public record Value(QName name, Consumer<XmlWriter> content) {

        /** A property without content. */
        public static Value empty(QName name) {
            return new Value(name, _ -> {});
        }

        public static Value text(QName name, String text) {
            return new Value(name, xml -> xml.text(text));
        }

        /** A property whose content is one href. */
        public static Value href(QName name, String href) {
            return new Value(name, xml -> xml.text(Names.dav("href"), href));
        }

        /** A property as it was set, attributes included. */
        public static Value stored(Element property) {
            return new Value(property.name(), new Stored(property));
        }

        void write(XmlWriter xml) {
            if (content instanceof Stored stored) {
                stored.accept(xml);
            } else {
                xml.open(name);
                content.accept(xml);
                xml.close(name);
            }
        }
    }

    private record Stored(Element property) implements Consumer<XmlWriter> {
        @Override
        public void accept(XmlWriter xml) {
            xml.element(property);
        }
    }

    /** The names that share a status. */
    public record Group(
            int status,
            List<QName> names,
            @Nullable QName precondition,
            @Nullable String sentence) {
        public Group {
            names = List.copyOf(names);
        }
    }

    public Multistatus(OutputStream out) {
        xml = new XmlWriter(out, ROOT);
        responses = new Responses(xml);
    }

    /** A response with found and missing properties; an empty group is left out, unless both are. */
    public Multistatus propstat(String href, List<Value> found, List<QName> missing) {
        responses.propstat(href, found, missing);
        return this;
    }

    /** The same response as a part of a property's content, as expand-property asks for it (RFC 3253 §3.8). */
    public static void nested(XmlWriter content, String href, List<Value> found, List<QName> missing) {
        new Responses(content).propstat(href, found, missing);
    }

    /** A response that is a status alone, with an error element inside when there is a precondition. */
    public Multistatus status(String href, int status, @Nullable QName precondition) {
        responses.status(href, status, precondition);
        return this;
    }

    /** Says for the collection itself that there is more than was answered (RFC 6578 §3.6). */
    public Multistatus truncated(String collectionHref) {
        return status(collectionHref, 507, Names.dav("number-of-matches-within-limits"));
    }

    /** Properties and the status of each group, as PROPPATCH answers. */
    public Multistatus groups(String href, List<Group> groups) {
        responses.groups(href, groups);
        return this;
    }

    /** DAV:sync-token, at the end (RFC 6578 §6.2). */
    public Multistatus syncToken(String token) {
        xml.text(SYNC_TOKEN, token);
        return this;
    }

    /** Ends the document and hands all octets to the stream, which is neither flushed nor closed. */
    public void finish() {
        xml.finish();
    }
}
