package org.roomnight.davxml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads which properties are wanted: DAV:allprop, DAV:propname or DAV:prop (RFC 4918 §14.20). */
final class PropRequestReader {

    /** Names in one request; each may be answered once for every resource. Clients ask for fewer than fifty. */
    static final int MAX_PROPERTIES = 500;

    private static final QName ALL = Names.dav("allprop");
    private static final QName INCLUDE = Names.dav("include");
    private static final QName NAMES = Names.dav("propname");
    private static final QName SOME = Names.dav("prop");
    private static final Set<QName> KINDS = Set.of(ALL, NAMES, SOME);
    private static final QName CALENDAR_DATA = Names.caldav("calendar-data");

    private PropRequestReader() {}

    /** DAV:propfind: has to say one of the three. */
    static PropRequest propfind(Element root) {
        PropRequest request = wanted(root);
        if (request == null) {
            throw BadBodyException.badRequest(
                    "DAV:propfind asks for nothing. Name one of allprop, propname and prop inside.");
        }
        return request;
    }

    /** A report: without any of the three it asks for no properties. */
    static PropRequest report(Element root) {
        PropRequest request = wanted(root);
        return request == null ? new PropRequest.Some(List.of(), null) : request;
    }

    /** The names inside of DAV:prop or DAV:include, each once. */
    static List<QName> names(Element prop) {
        Set<QName> names = new LinkedHashSet<>();
        for (Element property : prop.children()) {
            names.add(property.name());
        }
        if (names.size() > MAX_PROPERTIES) {
            throw BadBodyException.badRequest("The body names too many properties. Ask for fewer at once.");
        }
        return List.copyOf(names);
    }

    private static @Nullable PropRequest wanted(Element root) {
        List<Element> kinds = root.children().stream()
                .filter(child -> KINDS.contains(child.name()))
                .toList();
        if (kinds.size() > 1) {
            throw BadBodyException.badRequest(
                    "The body asks for properties in two ways. Use allprop, propname or prop.");
        }
        Element include = Children.atMostOne(root, INCLUDE, DavRefusal.badRequest("Use DAV:include once."));
        if (include != null && !Children.has(root, ALL)) {
            throw BadBodyException.badRequest("DAV:include stands beside DAV:allprop only.");
        }
        return kinds.isEmpty() ? null : wanted(kinds.getFirst(), include);
    }

    private static PropRequest wanted(Element kind, @Nullable Element include) {
        if (kind.name().equals(ALL)) {
            return new PropRequest.All(include == null ? List.of() : names(include));
        }
        return kind.name().equals(NAMES) ? new PropRequest.NamesOnly() : some(kind);
    }

    private static PropRequest some(Element prop) {
        Element data =
                Children.atMostOne(prop, CALENDAR_DATA, DavRefusal.badRequest("Ask for CALDAV:calendar-data once."));
        return new PropRequest.Some(names(prop), data == null ? null : CalendarDataReader.read(data));
    }
}
