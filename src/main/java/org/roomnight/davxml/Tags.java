package org.roomnight.davxml;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The tags of one document in octets, each encoded once. */
final class Tags {

    /** The prefixes that are declared at the root. */
    static final Map<String, String> PREFIXES = Map.of(
            Names.DAV, "D:",
            Names.CALDAV, "C:",
            Names.CALENDARSERVER, "CS:",
            Names.APPLE, "A:",
            Names.ROOMNIGHT, "R:",
            XMLConstants.XML_NS_URI, "xml:",
            XMLConstants.NULL_NS_URI, "");

    /** Enough for all properties of a request; beyond it tags are encoded each time. */
    private static final int MAX_KEPT = 1024;

    private final Map<QName, Tag> kept = new HashMap<>();

    /** The tags of one name. */
    static final class Tag {
        private final byte[] start;
        private final byte[] end;

        private Tag(String start, String end) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.end = end.getBytes(StandardCharsets.UTF_8);
        }

        /** The start tag up to its closing bracket, with the declaration of its namespace if it needs one. */
        byte[] start() {
            return start;
        }

        /** The whole end tag. */
        byte[] end() {
            return end;
        }
    }

    Tag of(QName name) {
        Tag tag = kept.get(name);
        if (tag == null) {
            tag = encoded(name);
            if (kept.size() < MAX_KEPT) {
                kept.put(name, tag);
            }
        }
        return tag;
    }

    private static Tag encoded(QName name) {
        @Nullable String declared = PREFIXES.get(name.getNamespaceURI());
        String qualified = (declared == null ? "n:" : declared) + name.getLocalPart();
        String start = "<" + qualified + (declared == null ? declaration("n", name.getNamespaceURI()) : "");
        return new Tag(start, "</" + qualified + ">");
    }

    /** The attribute that binds a prefix. */
    static String declaration(String prefix, String namespace) {
        return " xmlns:" + prefix + "=\"" + escaped(namespace) + "\"";
    }

    private static String escaped(String namespace) {
        StringBuilder escaped = new StringBuilder(namespace.length());
        for (int i = 0; i < namespace.length(); i++) {
            char c = namespace.charAt(i);
            if (c >= 0x80 || Escapes.ATTRIBUTE.plain(c)) {
                escaped.append(c);
            } else {
                escaped.append(new String(Escapes.ATTRIBUTE.instead(c), StandardCharsets.US_ASCII));
            }
        }
        return escaped.toString();
    }
}
