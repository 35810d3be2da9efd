package org.roomnight.caldav.property;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.DavProperties;
import org.roomnight.davxml.PropRequest;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;

/**
 * What rendering the properties of one answer needs; made by {@link RenderContexts}.
 *
 * @param addresses makes the hrefs
 * @param visitor the property that asks, and owns all that it sees
 * @param asked what was asked, for properties that depend on it (CALDAV:calendar-data)
 * @param propertyRevisions finds the last change of what clients set on a collection, by its key
 * @param zones of the days and floating times of calendars
 * @param zonesWanted which VTIMEZONEs the data are given with
 * @param revisions of the collections whose revision is sure to be asked for, by their keys
 * @param clientProperties what clients set of what was asked, by resource (see {@link DavResource#propertyKey})
 */
public record RenderContext(
        Addresses addresses,
        Property visitor,
        PropRequest asked,
        CalendarObjects objects,
        Function<String, Revision> propertyRevisions,
        Function<CalendarCollection, ZoneId> zones,
        ZonesWanted zonesWanted,
        Map<String, Revision> revisions,
        Map<String, List<DavProperties.Stored>> clientProperties) {

    /** How clients call a resource. */
    public String href(DavPath path) {
        return addresses.href(path);
    }

    /** The same with days and floating times of another zone. */
    public RenderContext in(ZoneId zone) {
        return new RenderContext(
                addresses,
                visitor,
                asked,
                objects,
                propertyRevisions,
                _ -> zone,
                zonesWanted,
                revisions,
                clientProperties);
    }

    public RenderContext with(ZonesWanted wanted) {
        return new RenderContext(
                addresses, visitor, asked, objects, propertyRevisions, zones, wanted, revisions, clientProperties);
    }

    public DavPath.Principal principal() {
        return new DavPath.Principal(visitor.id().value());
    }

    DavPath.Home home() {
        return new DavPath.Home(visitor.id().value());
    }

    public Revision revision(CalendarCollection calendar) {
        @Nullable Revision known = revisions.get(calendar.key().key());
        return known == null ? objects.revision(visitor.id(), calendar.key()) : known;
    }

    UUID hotelIdentifier() {
        return visitor.id().value();
    }

    /** What clients set on a resource, as far as it was asked. */
    List<DavProperties.Stored> clientProperties(DavResource resource) {
        return clientProperties.isEmpty()
                ? List.of()
                : clientProperties.getOrDefault(resource.propertyKey(), List.of());
    }

    Optional<DavProperties.Stored> clientProperty(DavResource resource, QName name) {
        return clientProperties(resource).stream()
                .filter(stored -> stored.namespace().equals(name.getNamespaceURI())
                        && stored.name().equals(name.getLocalPart()))
                .findFirst();
    }
}
