package org.roomnight.davxml;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.Report.PrincipalMatch;
import org.roomnight.davxml.Report.PrincipalPropertySearch;

/** Reads the reports of RFC 3744 that look for principals. */
final class PrincipalReportReader {

    private static final QName PROPERTY_SEARCH = Names.dav("property-search");
    private static final QName EVERYWHERE = Names.dav("apply-to-principal-collection-set");
    private static final QName PROP = Names.dav("prop");
    private static final QName MATCH = Names.dav("match");
    private static final QName SELF = Names.dav("self");
    private static final QName PRINCIPAL_PROPERTY = Names.dav("principal-property");

    private static final DavRefusal BAD_SEARCH = DavRefusal.badRequest(
            "Put one DAV:prop with the properties and one DAV:match inside each property-search.");
    private static final DavRefusal BAD_MATCH =
            DavRefusal.badRequest("Put DAV:self, or DAV:principal-property with one property, inside principal-match.");

    private PrincipalReportReader() {}

    /** RFC 3744 §9.4. */
    static Report search(Element root) {
        List<PrincipalPropertySearch.Search> searches = Children.named(root, PROPERTY_SEARCH).stream()
                .map(PrincipalReportReader::propertySearch)
                .toList();
        if (searches.isEmpty()) {
            throw BadBodyException.badRequest("The search looks for nothing. Put a DAV:property-search inside.");
        }
        return new PrincipalPropertySearch(searches, Children.has(root, EVERYWHERE), PropRequestReader.report(root));
    }

    private static PrincipalPropertySearch.Search propertySearch(Element search) {
        List<QName> properties = PropRequestReader.names(Children.exactlyOne(search, PROP, BAD_SEARCH));
        if (properties.isEmpty()) {
            throw new BadBodyException(BAD_SEARCH);
        }
        String match = Children.exactlyOne(search, MATCH, BAD_SEARCH).text();
        return new PrincipalPropertySearch.Search(properties, match);
    }

    /** RFC 3744 §9.3. */
    static Report match(Element root) {
        Element property = Children.atMostOne(root, PRINCIPAL_PROPERTY, BAD_MATCH);
        if ((property == null) != Children.has(root, SELF)) {
            throw new BadBodyException(BAD_MATCH);
        }
        return new PrincipalMatch(property(property), PropRequestReader.report(root));
    }

    private static Optional<QName> property(@Nullable Element principalProperty) {
        if (principalProperty == null) {
            return Optional.empty();
        }
        List<Element> properties = principalProperty.children();
        if (properties.size() != 1) {
            throw new BadBodyException(BAD_MATCH);
        }
        return Optional.of(properties.getFirst().name());
    }
}
