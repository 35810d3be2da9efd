package org.roomnight.caldav;

import static org.roomnight.caldav.AnEntry.anEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roomnight.caldav.property.LiveProperties;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.calquery.Queries;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.Report;

/**
 * What a stranger can name in a request: identifiers of a house that is another's, or such that nobody has. Of both
 * kinds the same requests are made, for every kind of path and every report that the server knows.
 *
 * @param calendar the name of a calendar
 * @param entry the name of an entry
 * @param etag of the entry, with its quotes
 * @param token a sync token
 */
record StrangeNames(UUID property, String calendar, String entry, String etag, String token) {

    /** Names of the same shape and length that nobody has. */
    static StrangeNames unknown() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new StrangeNames(
                UUID.randomUUID(),
                "plans-" + random.substring(0, 12),
                "entry-" + random.substring(12, 24) + ".ics",
                '"' + random + '"',
                "urn:roomnight:sync:3-" + random.substring(0, 16));
    }

    /** A request; headers are name, value, name, value, … */
    record Request(String method, DavPath path, String body, List<String> headers) {

        Request(String method, DavPath path, String body, String... headers) {
            this(method, path, body, List.of(headers));
        }
    }

    /** Paths of every kind, with these names alone and together with those of the visitor's own house. */
    List<DavPath> paths(UUID own) {
        return List.of(
                new DavPath.Site(),
                new DavPath.Root(),
                new DavPath.Principals(),
                new DavPath.Principal(property),
                new DavPath.Principal(own),
                new DavPath.Homes(),
                new DavPath.Home(property),
                new DavPath.Home(own),
                new DavPath.Calendar(property, "cabin"),
                new DavPath.Calendar(property, calendar),
                new DavPath.Calendar(own, "cabin"),
                new DavPath.Calendar(own, calendar),
                new DavPath.Member(property, "cabin", entry),
                new DavPath.Member(property, calendar, entry),
                new DavPath.Member(own, "cabin", entry),
                new DavPath.Member(own, calendar, entry),
                new DavPath.Member(own, "suite", entry),
                new DavPath.Nowhere());
    }

    /** What a method may be asked at a path; a method that is not known here is asked without more. */
    List<Request> requests(String method, DavPath path, UUID own) {
        List<Request> requests = new ArrayList<>();
        switch (method) {
            case "PROPFIND" -> {
                for (String depth : List.of("0", "1", "infinity")) {
                    requests.add(new Request(method, path, "", "Depth", depth));
                }
                requests.add(new Request(method, path, everyProperty(), "Depth", "1"));
            }
            case "REPORT" -> reports().values().forEach(body -> requests.add(new Request(method, path, body)));
            case "PROPPATCH" ->
                requests.add(new Request(
                        method,
                        path,
                        "<d:propertyupdate xmlns:d=\"DAV:\">"
                                + DavClient.setting(DavClient.element(Names.dav("displayname"), "Mine"))
                                + "</d:propertyupdate>"));
            case "MKCALENDAR", "MKCOL" -> requests.add(new Request(method, path, ""));
            case "PUT" -> {
                String text = anEntry("uid-" + entry).toString();
                requests.add(put(path, text, "If-Match", etag));
                requests.add(put(path, text, "If", tagged()));
                requests.add(put(path, text, "If-None-Match", "*"));
                requests.add(put(path, text));
            }
            case "COPY", "MOVE" -> {
                for (DavPath to : paths(own)) {
                    requests.add(new Request(method, path, "", "Destination", to.href(), "Overwrite", "F"));
                    if (to instanceof DavPath.Member) {
                        requests.add(new Request(method, path, "", "Destination", to.href(), "If-Match", etag));
                        requests.add(new Request(method, path, "", "Destination", to.href(), "If", tagged()));
                    }
                }
            }
            default -> {
                requests.add(new Request(method, path, "", "If-Match", etag));
                requests.add(new Request(method, path, "", "If-None-Match", etag));
                requests.add(new Request(method, path, "", "If", tagged()));
                requests.add(new Request(method, path, ""));
            }
        }
        return requests;
    }

    private static Request put(DavPath path, String text, String... condition) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "text/calendar; charset=utf-8"));
        headers.addAll(List.of(condition));
        return new Request("PUT", path, text, headers);
    }

    /** An If header about the strange entry. */
    private String tagged() {
        return "<%s> ([%s])".formatted(new DavPath.Member(property, calendar, entry).href(), etag);
    }

    private static String everyProperty() {
        StringBuilder body = new StringBuilder("<D:propfind xmlns:D=\"DAV:\"><D:prop>");
        LiveProperties.all().list().forEach(property -> body.append(DavClient.empty(property.name())));
        return body.append("</D:prop></D:propfind>").toString();
    }

    /** A body of every report. */
    Map<Class<? extends Report>, String> reports() {
        String etags = "<D:prop><D:getetag/><D:owner/></D:prop>";
        Map<Class<? extends Report>, String> reports = new LinkedHashMap<>();
        reports.put(Report.CalendarQuery.class, Queries.query("", "<D:getetag/><C:calendar-data/>"));
        reports.put(Report.CalendarMultiget.class, dav("C:calendar-multiget", etags + hrefs()));
        reports.put(
                Report.FreeBusyQuery.class,
                dav("C:free-busy-query", "<C:time-range start='20270101T000000Z' end='20280101T000000Z'/>"));
        reports.put(Report.SyncCollection.class, ReportHouse.syncBody(token, null, "<D:getetag/>"));
        reports.put(
                Report.ExpandProperty.class,
                dav(
                        "D:expand-property",
                        "<D:property name='owner'><D:property name='displayname'/></D:property>"
                                + "<D:property name='current-user-principal'><D:property name='principal-URL'/></D:property>"));
        reports.put(
                Report.PrincipalPropertySearch.class,
                dav(
                        "D:principal-property-search",
                        "<D:property-search><D:prop><C:calendar-user-address-set/><D:displayname/></D:prop><D:match>"
                                + property + "</D:match></D:property-search>" + etags));
        reports.put(Report.PrincipalSearchPropertySet.class, dav("D:principal-search-property-set", ""));
        reports.put(
                Report.PrincipalMatch.class,
                dav("D:principal-match", "<D:principal-property><D:owner/></D:principal-property>" + etags));
        reports.put(Report.AclPrincipalPropSet.class, dav("D:acl-principal-prop-set", etags));
        return reports;
    }

    private String hrefs() {
        StringBuilder hrefs = new StringBuilder();
        for (DavPath path : List.of(
                new DavPath.Member(property, calendar, entry),
                new DavPath.Member(property, "cabin", entry),
                new DavPath.Calendar(property, calendar),
                new DavPath.Home(property),
                new DavPath.Principal(property))) {
            hrefs.append("<D:href>").append(path.href()).append("</D:href>");
        }
        return hrefs.toString();
    }

    private static String dav(String name, String inside) {
        return "<%1$s xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>%2$s</%1$s>".formatted(name, inside);
    }

    /** A text without these names. */
    String masked(String text) {
        return text.replace(property.toString(), "(property)")
                .replace(calendar, "(calendar)")
                .replace(entry, "(entry)")
                .replace(etag, "(etag)")
                .replace(token, "(token)");
    }
}
