package org.roomnight.caldav.tree;

import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.Report;

/** Which reports make sense where (RFC 4791 §7, RFC 6578 §3.1, RFC 3253 §3.8, RFC 3744 §9). */
public final class ServedReports {

    private static final QName QUERY = Names.caldav("calendar-query");
    private static final QName MULTIGET = Names.caldav("calendar-multiget");
    private static final QName FREE_BUSY = Names.caldav("free-busy-query");
    private static final QName SYNC = Names.dav("sync-collection");
    private static final QName EXPAND = Names.dav("expand-property");
    private static final QName ACL_PRINCIPALS = Names.dav("acl-principal-prop-set");
    private static final QName PRINCIPAL_MATCH = Names.dav("principal-match");
    private static final QName PRINCIPAL_SEARCH = Names.dav("principal-property-search");
    private static final QName SEARCHABLE = Names.dav("principal-search-property-set");

    /** Those of RFC 3744 are required (§9.2 to §9.5) and made for no kind of resource. */
    private static final List<QName> ANYWHERE =
            List.of(EXPAND, ACL_PRINCIPALS, PRINCIPAL_MATCH, PRINCIPAL_SEARCH, SEARCHABLE);

    private static final List<QName> OF_CALENDARS = with(QUERY, MULTIGET, FREE_BUSY, SYNC);
    private static final List<QName> OF_HOMES = with(QUERY, MULTIGET, FREE_BUSY);
    private static final List<QName> OF_ENTRIES = with(QUERY, MULTIGET);

    private ServedReports() {}

    private static List<QName> with(QName... names) {
        return Stream.concat(Stream.of(names), ANYWHERE.stream()).toList();
    }

    public static List<QName> on(DavResource resource) {
        return switch (resource) {
            case DavResource.Calendar _ -> OF_CALENDARS;
            case DavResource.Home _ -> OF_HOMES;
            case DavResource.Entry _ -> OF_ENTRIES;
            case DavResource.Signpost _, DavResource.Principal _ -> ANYWHERE;
        };
    }

    public static QName name(Report report) {
        return switch (report) {
            case Report.CalendarQuery _ -> QUERY;
            case Report.CalendarMultiget _ -> MULTIGET;
            case Report.FreeBusyQuery _ -> FREE_BUSY;
            case Report.SyncCollection _ -> SYNC;
            case Report.ExpandProperty _ -> EXPAND;
            case Report.PrincipalPropertySearch _ -> PRINCIPAL_SEARCH;
            case Report.PrincipalSearchPropertySet _ -> SEARCHABLE;
            case Report.PrincipalMatch _ -> PRINCIPAL_MATCH;
            case Report.AclPrincipalPropSet _ -> ACL_PRINCIPALS;
        };
    }
}
