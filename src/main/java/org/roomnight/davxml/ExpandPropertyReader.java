package org.roomnight.davxml;

import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Report.ExpandProperty;
import org.roomnight.davxml.Report.ExpandProperty.Expanded;

/** Reads DAV:expand-property (RFC 3253 §3.8). */
final class ExpandPropertyReader {

    private static final QName PROPERTY = Names.dav("property");

    /** The name becomes a tag of the answer, so it has to be one. All names of standards are ASCII. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,99}");

    private ExpandPropertyReader() {}

    static Report read(Element root) {
        return new ExpandProperty(properties(root));
    }

    private static List<Expanded> properties(Element parent) {
        List<Element> properties = Children.named(parent, PROPERTY);
        if (properties.size() > PropRequestReader.MAX_PROPERTIES) {
            throw BadBodyException.badRequest("The body names too many properties. Ask for fewer at once.");
        }
        return properties.stream()
                .map(property -> new Expanded(name(property), properties(property)))
                .toList();
    }

    private static QName name(Element property) {
        String local = property.attribute("name").orElse("");
        String namespace = property.attribute("namespace").orElse(Names.DAV);
        boolean right = TAG.matcher(local).matches()
                && namespace.length() <= ElementReader.MAX_NAMESPACE_CHARS
                && !namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
        if (!right) {
            throw BadBodyException.badRequest(
                    "Give each DAV:property the name of a property, and its namespace if not DAV:.");
        }
        return new QName(namespace, local);
    }
}
