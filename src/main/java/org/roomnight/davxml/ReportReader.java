package org.roomnight.davxml;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Report.AclPrincipalPropSet;
import org.roomnight.davxml.Report.CalendarMultiget;
import org.roomnight.davxml.Report.CalendarQuery;
import org.roomnight.davxml.Report.FreeBusyQuery;
import org.roomnight.davxml.Report.PrincipalSearchPropertySet;
import org.roomnight.davxml.Report.SyncCollection;

/** Reads the reports of calendars, and hands those of principals on. */
final class ReportReader {

    /** Different hrefs in one multiget; above it the answer would be too long to hold. */
    static final int MAX_HREFS = 5_000;

    private static final QName HREF = Names.dav("href");
    private static final QName TOKEN = Names.dav("sync-token");
    private static final QName LEVEL = Names.dav("sync-level");
    private static final QName TIME_RANGE = Names.caldav("time-range");

    private static final DavRefusal ONE_FILTER = FilterReader.refusal("Put one CALDAV:filter inside calendar-query.");
    private static final DavRefusal ONE_TOKEN = DavRefusal.badRequest(
            "Put one DAV:sync-token inside sync-collection, empty to begin with, and at most one DAV:sync-level.");
    private static final DavRefusal ONE_RANGE = DavRefusal.badRequest(
            "Put one time-range inside free-busy-query, with a start, an end after it, or both, as UTC times such as"
                    + " 20260701T000000Z.");

    private static final Map<QName, Function<Element, Report>> READERS = Map.of(
            Names.caldav("calendar-query"), ReportReader::query,
            Names.caldav("calendar-multiget"), ReportReader::multiget,
            Names.caldav("free-busy-query"), ReportReader::freeBusy,
            Names.dav("sync-collection"), ReportReader::sync,
            Names.dav("expand-property"), ExpandPropertyReader::read,
            Names.dav("principal-property-search"), PrincipalReportReader::search,
            Names.dav("principal-search-property-set"), _ -> new PrincipalSearchPropertySet(),
            Names.dav("principal-match"), PrincipalReportReader::match,
            Names.dav("acl-principal-prop-set"), root -> new AclPrincipalPropSet(PropRequestReader.report(root)));

    private static final Set<String> KNOWN_NAMES =
            READERS.keySet().stream().map(QName::getLocalPart).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KNOWN_NAMESPACES = Set.of(Names.DAV, Names.CALDAV, Names.CALENDARSERVER);

    private ReportReader() {}

    static Report read(Element root) {
        Function<Element, Report> reader = READERS.get(root.name());
        if (reader == null) {
            throw unknown(root.name());
        }
        return reader.apply(root);
    }

    /** A report of others is one that we do not serve (RFC 3253 §3.6); anything else is none. */
    private static BadBodyException unknown(QName name) {
        boolean reportOfOthers =
                KNOWN_NAMESPACES.contains(name.getNamespaceURI()) && !KNOWN_NAMES.contains(name.getLocalPart());
        return reportOfOthers
                ? BadBodyException.forbidden(
                        Names.dav("supported-report"),
                        "This report is not served here. DAV:supported-report-set names those that are.")
                : new BadBodyException(DavRefusal.unknownRoot());
    }

    private static Report query(Element root) {
        Element filter = Children.exactlyOne(root, Names.caldav("filter"), ONE_FILTER);
        return new CalendarQuery(
                PropRequestReader.report(root),
                FilterReader.read(filter),
                ZoneReader.read(root),
                LimitReader.read(root));
    }

    private static Report multiget(Element root) {
        var hrefs = Children.named(root, HREF).stream()
                .map(href -> href.text().strip())
                .distinct()
                .toList();
        if (hrefs.isEmpty()) {
            throw BadBodyException.badRequest("The multiget names nothing. Put a DAV:href inside for each object.");
        }
        if (hrefs.size() > MAX_HREFS) {
            throw new BadBodyException(new DavRefusal(
                    507,
                    Names.dav("number-of-matches-within-limits"),
                    "The multiget names too many objects. Ask for at most 5,000 at once."));
        }
        return new CalendarMultiget(PropRequestReader.report(root), hrefs);
    }

    private static Report freeBusy(Element root) {
        Element range = Children.exactlyOne(root, TIME_RANGE, ONE_RANGE);
        return new FreeBusyQuery(TimeRangeReader.read(range, ONE_RANGE));
    }

    private static Report sync(Element root) {
        Element token = Children.exactlyOne(root, TOKEN, ONE_TOKEN);
        Element level = Children.atMostOne(root, LEVEL, ONE_TOKEN);
        if (level != null) {
            checkLevel(level.text().strip());
        }
        return new SyncCollection(PropRequestReader.report(root), token.text().strip(), LimitReader.read(root));
    }

    /** Drafts of RFC 6578 had no level; who leaves it out means 1. */
    private static void checkLevel(String level) {
        switch (level) {
            case "1" -> {}
            case "infinite", "infinity" ->
                throw BadBodyException.forbidden(
                        Names.dav("sync-traversal-supported"),
                        "Collections are synchronised one at a time. Use the sync-level 1.");
            default -> throw BadBodyException.badRequest("The sync-level is 1.");
        }
    }
}
