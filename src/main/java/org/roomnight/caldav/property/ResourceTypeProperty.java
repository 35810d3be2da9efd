package org.roomnight.caldav.property;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** DAV:resourcetype (RFC 4918 §15.9, RFC 4791 §4.2, RFC 3744 §4). */
public final class ResourceTypeProperty implements LiveProperty {

    public static final QName NAME = Names.dav("resourcetype");
    public static final QName COLLECTION = Names.dav("collection");
    public static final QName CALENDAR = Names.caldav("calendar");
    private static final QName PRINCIPAL = Names.dav("principal");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return Optional.of(xml -> types(resource).forEach(xml::empty));
    }

    private static List<QName> types(DavResource resource) {
        return switch (resource) {
            case DavResource.Signpost _, DavResource.Home _ -> List.of(COLLECTION);
            case DavResource.Principal _ -> List.of(COLLECTION, PRINCIPAL);
            case DavResource.Calendar _ -> List.of(COLLECTION, CALENDAR);
            case DavResource.Entry _ -> List.of();
        };
    }
}
