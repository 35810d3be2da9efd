package org.roomnight.caldav;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:supported-report-set (RFC 3253 §3.1.5). */
final class SupportedReportSetProperty implements LiveProperty {

    private static final QName NAME = Names.dav("supported-report-set");
    private static final QName SUPPORTED = Names.dav("supported-report");
    private static final QName REPORT = Names.dav("report");
    private static final List<QName> OF_CALENDARS = List.of(
            Names.caldav("calendar-query"),
            Names.caldav("calendar-multiget"),
            Names.caldav("free-busy-query"),
            Names.dav("sync-collection"),
            Names.dav("expand-property"),
            Names.dav("acl-principal-prop-set"));
    private static final List<QName> OF_PRINCIPALS = List.of(
            Names.dav("expand-property"),
            Names.dav("principal-match"),
            Names.dav("principal-property-search"),
            Names.dav("principal-search-property-set"),
            Names.dav("acl-principal-prop-set"));
    private static final List<QName> OF_OTHERS =
            List.of(Names.dav("expand-property"), Names.dav("acl-principal-prop-set"));

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, Scene scene) {
        return Optional.of(xml -> reports(resource).forEach(report -> write(xml, report)));
    }

    private static List<QName> reports(DavResource resource) {
        return switch (resource) {
            case DavResource.Calendar _ -> OF_CALENDARS;
            case DavResource.Signpost _, DavResource.Principal _ -> OF_PRINCIPALS;
            case DavResource.Home _, DavResource.Entry _ -> OF_OTHERS;
        };
    }

    private static void write(XmlWriter xml, QName report) {
        xml.open(SUPPORTED).open(REPORT).empty(report).close(REPORT).close(SUPPORTED);
    }
}
