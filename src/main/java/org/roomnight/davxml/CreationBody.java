package org.roomnight.davxml;

import java.io.OutputStream;
import java.util.List;
import javax.xml.namespace.QName;

/** Writes why a collection was not made with the properties that were asked for, each with its status. */
public final class CreationBody {

    private static final QName MKCALENDAR = Names.caldav("mkcalendar-response");
    private static final QName MKCOL = Names.dav("mkcol-response");

    private CreationBody() {}

    /** CALDAV:mkcalendar-response (RFC 4791 §9.3). */
    public static void mkcalendar(OutputStream out, List<Multistatus.Group> groups) {
        write(out, MKCALENDAR, groups);
    }

    /** DAV:mkcol-response (RFC 5689 §5.2). */
    public static void mkcol(OutputStream out, List<Multistatus.Group> groups) {
        write(out, MKCOL, groups);
    }

    private static void write(OutputStream out, QName root, List<Multistatus.Group> groups) {
        XmlWriter xml = new XmlWriter(out, root);
        groups.forEach(new Responses(xml)::group);
        xml.finish();
    }
}
