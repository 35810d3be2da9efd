package org.roomnight.davxml;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The body of a REPORT (RFC 3253 §3.6). */
public sealed interface Report {

    /**
     * RFC 4791 §7.8.
     *
     * @param zone of dates and floating times, as it was sent, or null for the calendar's own
     * @param limit the most objects that are wanted, at least 1, or null
     */
    record CalendarQuery(
            PropRequest properties,
            Filter.CompFilter filter,
            @Nullable QueryZone zone,
            @Nullable Integer limit) implements Report {}

    /** RFC 4791 §7.9; hrefs trimmed, in order, each once. */
    record CalendarMultiget(PropRequest properties, List<String> hrefs) implements Report {
        public CalendarMultiget {
            hrefs = List.copyOf(hrefs);
        }
    }

    /** RFC 6578 §3.2; an empty token asks for everything. */
    record SyncCollection(
            PropRequest properties, String token, @Nullable Integer limit) implements Report {}

    /** RFC 4791 §7.10. */
    record FreeBusyQuery(TimeRange range) implements Report {}

    /** RFC 3253 §3.8. */
    record ExpandProperty(List<Expanded> properties) implements Report {
        public ExpandProperty {
            properties = List.copyOf(properties);
        }

        /** A property, and what is wanted of the resources that its hrefs name. */
        public record Expanded(QName name, List<Expanded> properties) {
            public Expanded {
                properties = List.copyOf(properties);
            }
        }
    }

    /**
     * RFC 3744 §9.4: principals of which all these properties contain the text.
     *
     * @param everywhere not only below the resource asked but in all collections of principals
     */
    record PrincipalPropertySearch(List<Search> searches, boolean everywhere, PropRequest properties)
            implements Report {
        public PrincipalPropertySearch {
            searches = List.copyOf(searches);
        }

        public record Search(List<QName> properties, String match) {
            public Search {
                properties = List.copyOf(properties);
            }
        }
    }

    /** RFC 3744 §9.5. */
    record PrincipalSearchPropertySet() implements Report {}

    /** RFC 3744 §9.3: the principals that the collection's access list names, here oneself. */
    record PrincipalMatch(Optional<QName> property, PropRequest properties) implements Report {}

    /** RFC 3744 §9.2. */
    record AclPrincipalPropSet(PropRequest properties) implements Report {}
}
