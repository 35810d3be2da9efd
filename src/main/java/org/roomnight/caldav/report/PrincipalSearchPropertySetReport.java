package org.roomnight.caldav.report;

import java.io.ByteArrayOutputStream;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:principal-search-property-set (RFC 3744 §9.5): what principals can be searched by. */
public final class PrincipalSearchPropertySetReport {

    private static final QName ROOT = Names.dav("principal-search-property-set");
    private static final QName ONE = Names.dav("principal-search-property");
    private static final QName PROP = Names.dav("prop");
    private static final QName DESCRIPTION = Names.dav("description");

    private PrincipalSearchPropertySetReport() {}

    public static DavAnswer answer() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        XmlWriter xml = new XmlWriter(octets, ROOT);
        write(xml, Names.dav("displayname"), "Name");
        write(xml, Names.caldav("calendar-user-address-set"), "Calendar address");
        xml.finish();
        return DavAnswer.xml(200, octets.toByteArray());
    }

    private static void write(XmlWriter xml, QName property, String description) {
        xml.open(ONE).open(PROP).empty(property).close(PROP);
        xml.text(DESCRIPTION, description).close(ONE);
    }
}
