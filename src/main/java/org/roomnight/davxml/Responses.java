package org.roomnight.davxml;

import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.Multistatus.Group;
import org.roomnight.davxml.Multistatus.Value;

/** Writes the elements that are inside a DAV:multistatus, and inside answers that are made of the same parts. */
final class Responses {

    private static final byte[] RESPONSE = XmlWriter.ascii("<D:response><D:href>");
    private static final byte[] HREF_END = XmlWriter.ascii("</D:href>");
    private static final byte[] RESPONSE_END = XmlWriter.ascii("</D:response>");
    private static final byte[] PROPSTAT = XmlWriter.ascii("<D:propstat><D:prop>");
    private static final byte[] FOUND_END = propEnd(200);
    private static final byte[] MISSING_END = propEnd(404);
    private static final byte[] PROP_END = XmlWriter.ascii("</D:prop>");
    private static final byte[] PROPSTAT_END = XmlWriter.ascii("</D:propstat>");

    private static final QName STATUS = Names.dav("status");
    private static final QName ERROR = Names.dav("error");
    private static final QName DESCRIPTION = Names.dav("responsedescription");

    private final XmlWriter xml;

    Responses(XmlWriter xml) {
        this.xml = xml;
    }

    void propstat(String href, List<Value> found, List<QName> missing) {
        begin(href);
        if (!found.isEmpty() || missing.isEmpty()) {
            xml.raw(PROPSTAT);
            found.forEach(value -> value.write(xml));
            xml.raw(FOUND_END);
        }
        if (!missing.isEmpty()) {
            xml.raw(PROPSTAT);
            missing.forEach(xml::empty);
            xml.raw(MISSING_END);
        }
        xml.raw(RESPONSE_END);
    }

    void status(String href, int status, @Nullable QName precondition) {
        begin(href);
        xml.text(STATUS, StatusLine.of(status));
        error(precondition);
        xml.raw(RESPONSE_END);
    }

    void groups(String href, List<Group> groups) {
        begin(href);
        groups.forEach(this::group);
        xml.raw(RESPONSE_END);
    }

    void group(Group group) {
        xml.raw(PROPSTAT);
        group.names().forEach(xml::empty);
        xml.raw(PROP_END);
        xml.text(STATUS, StatusLine.of(group.status()));
        error(group.precondition());
        if (group.sentence() != null) {
            xml.text(DESCRIPTION, group.sentence());
        }
        xml.raw(PROPSTAT_END);
    }

    private void begin(String href) {
        xml.raw(RESPONSE).text(href).raw(HREF_END);
    }

    private void error(@Nullable QName precondition) {
        if (precondition != null) {
            xml.open(ERROR).empty(precondition).close(ERROR);
        }
    }

    private static byte[] propEnd(int status) {
        return XmlWriter.ascii("</D:prop><D:status>" + StatusLine.of(status) + "</D:status></D:propstat>");
    }
}
