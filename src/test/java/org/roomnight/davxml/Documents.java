package org.roomnight.davxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.namespace.QName;

/** Documents that were written, and what a reader makes of them. */
final class Documents {

    static final QName ROOT = Names.dav("a");

    private Documents() {}

    static byte[] written(Consumer<XmlWriter> content) {
        var out = new ByteArrayOutputStream();
        var xml = new XmlWriter(out, ROOT);
        content.accept(xml);
        xml.finish();
        return out.toByteArray();
    }

    /** What stands inside the root, as it was written. */
    static String inside(Consumer<XmlWriter> content) {
        return inside(written(content), "D:a");
    }

    static String inside(byte[] document, String root) {
        String text = new String(document, StandardCharsets.UTF_8);
        String start = "urn:roomnight:dav\">";
        return text.substring(text.indexOf(start) + start.length(), text.lastIndexOf("</" + root + ">"));
    }

    static Element readBack(Consumer<XmlWriter> content) {
        return ElementReader.read(written(content));
    }
}
