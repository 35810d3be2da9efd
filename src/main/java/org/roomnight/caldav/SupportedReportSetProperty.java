package org.roomnight.caldav;

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

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.of(xml -> ServedReports.on(resource).forEach(report -> write(xml, report)));
    }

    private static void write(XmlWriter xml, QName report) {
        xml.open(SUPPORTED).open(REPORT).empty(report).close(REPORT).close(SUPPORTED);
    }
}
