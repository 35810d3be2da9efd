package org.roomnight.davxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads DAV:set and DAV:remove, of PROPPATCH and of new collections (RFC 4918 §14.19, RFC 5689 §5.1). */
final class PropertySetReader {

    private static final QName SET = Names.dav("set");
    private static final QName REMOVE = Names.dav("remove");
    private static final QName PROP = Names.dav("prop");
    private static final QName LANGUAGE = new QName(XMLConstants.XML_NS_URI, "lang");
    private static final DavRefusal NO_PROP =
            DavRefusal.badRequest("Put one DAV:prop with the properties inside each DAV:set and DAV:remove.");

    private PropertySetReader() {}

    static PropertyUpdate update(Element root) {
        List<PropertyUpdate.Change> changes = new ArrayList<>();
        for (Element step : root.children()) {
            if (step.name().equals(SET)) {
                set(root, step).forEach(property -> changes.add(new PropertyUpdate.Change.Set(property)));
            } else if (step.name().equals(REMOVE)) {
                props(step)
                        .flatMap(prop -> prop.children().stream())
                        .forEach(named -> changes.add(new PropertyUpdate.Change.Remove(named.name())));
            }
        }
        if (changes.isEmpty()) {
            throw BadBodyException.badRequest(
                    "DAV:propertyupdate changes nothing. Name a property in a DAV:set or DAV:remove.");
        }
        checkNumber(changes.size());
        return new PropertyUpdate(changes);
    }

    static NewCollection collection(Element root) {
        if (Children.has(root, REMOVE)) {
            throw BadBodyException.badRequest("A new collection has no properties yet. Use DAV:set only.");
        }
        List<Element> properties = Children.named(root, SET).stream()
                .flatMap(step -> set(root, step).stream())
                .toList();
        checkNumber(properties.size());
        return new NewCollection(properties);
    }

    /** Each is written by itself, and everybody's writes wait meanwhile. */
    private static void checkNumber(int changes) {
        if (changes > PropRequestReader.MAX_PROPERTIES) {
            throw BadBodyException.badRequest("The body names too many properties. Change fewer at once.");
        }
    }

    private static List<Element> set(Element root, Element step) {
        @Nullable String outer = language(step, language(root, null));
        return props(step)
                .flatMap(prop ->
                        prop.children().stream().map(property -> withLanguage(property, language(prop, outer))))
                .toList();
    }

    /** RFC 4918 §14.26 has one; programs that put each property into one of its own are understood as well. */
    private static Stream<Element> props(Element step) {
        List<Element> props = Children.named(step, PROP);
        if (props.isEmpty()) {
            throw new BadBodyException(NO_PROP);
        }
        return props.stream();
    }

    private static @Nullable String language(Element element, @Nullable String inherited) {
        String own = element.attributes().get(LANGUAGE);
        return own == null ? inherited : own;
    }

    /** The language in scope belongs to the value and is kept with it (RFC 4918 §4.3). */
    private static Element withLanguage(Element property, @Nullable String language) {
        if (language == null || property.attributes().containsKey(LANGUAGE)) {
            return property;
        }
        Map<QName, String> attributes = new HashMap<>(property.attributes());
        attributes.put(LANGUAGE, language);
        return new Element(property.name(), attributes, property.content());
    }
}
