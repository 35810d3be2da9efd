package org.roomnight.caldav.property;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/**
 * What the visitor may do with a resource of its own (RFC 3744 §3). DAV:write-properties is about the properties that
 * clients make up; live ones, such as the color of a calendar, may be set on calendars that are read-only too, because
 * some clients take a calendar with that privilege for writable.
 */
public final class Privileges {

    private static final QName READ = Names.dav("read");
    private static final QName READ_FREE_BUSY = Names.caldav("read-free-busy");
    private static final QName READ_ACL = Names.dav("read-acl");
    private static final QName READ_PRIVILEGES = Names.dav("read-current-user-privilege-set");
    private static final QName WRITE = Names.dav("write");
    public static final QName WRITE_PROPERTIES = Names.dav("write-properties");
    public static final QName WRITE_CONTENT = Names.dav("write-content");
    public static final QName BIND = Names.dav("bind");
    public static final QName UNBIND = Names.dav("unbind");

    private static final QName PRIVILEGE = Names.dav("privilege");

    private static final List<QName> READING = List.of(READ, READ_ACL, READ_PRIVILEGES);

    /** All there are, the aggregates with their parts. */
    static final Supported TREE = new Supported(
            Names.dav("all"),
            "Everything",
            List.of(
                    new Supported(READ, "Read", List.of(leaf(READ_FREE_BUSY, "Read when it is busy"))),
                    leaf(READ_ACL, "Read who may do what"),
                    leaf(READ_PRIVILEGES, "Read what one may do"),
                    new Supported(
                            WRITE,
                            "Write",
                            List.of(
                                    leaf(WRITE_PROPERTIES, "Change properties"),
                                    leaf(WRITE_CONTENT, "Change content"),
                                    leaf(BIND, "Add a member"),
                                    leaf(UNBIND, "Remove a member")))));

    private Privileges() {}

    static List<QName> of(DavResource resource) {
        return switch (resource) {
            case DavResource.Signpost _ -> READING;
            case DavResource.Principal _ -> and(READING, WRITE_PROPERTIES);
            case DavResource.Home _ -> and(READING, WRITE, WRITE_PROPERTIES, WRITE_CONTENT, BIND, UNBIND);
            case DavResource.Calendar calendar
            when calendar.facts().writable() ->
                and(READING, READ_FREE_BUSY, WRITE, WRITE_PROPERTIES, WRITE_CONTENT, BIND, UNBIND);
            case DavResource.Entry entry
            when entry.facts().writable() -> and(READING, READ_FREE_BUSY, WRITE_PROPERTIES, WRITE_CONTENT);
            case DavResource.Calendar _, DavResource.Entry _ -> and(READING, READ_FREE_BUSY);
        };
    }

    private static List<QName> and(List<QName> some, QName... more) {
        List<QName> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Whether clients may set properties of their own. */
    static boolean mayWriteProperties(DavResource resource) {
        return of(resource).contains(WRITE_PROPERTIES);
    }

    static void write(XmlWriter xml, QName privilege) {
        xml.open(PRIVILEGE).empty(privilege).close(PRIVILEGE);
    }

    private static Supported leaf(QName privilege, String description) {
        return new Supported(privilege, description, List.of());
    }

    /** A privilege with those that it consists of (RFC 3744 §5.3). */
    record Supported(QName privilege, String description, List<Supported> parts) {

        private static final QName SUPPORTED = Names.dav("supported-privilege");
        private static final QName DESCRIPTION = Names.dav("description");

        public void write(XmlWriter xml) {
            xml.open(SUPPORTED);
            Privileges.write(xml, privilege);
            xml.text(DESCRIPTION, description);
            parts.forEach(part -> part.write(xml));
            xml.close(SUPPORTED);
        }
    }
}
