package org.roomnight.caldav;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.DavProperties;
import org.roomnight.davxml.PropRequest;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;

/**
 * What the properties of one answer are read from.
 *
 * @param visitor the property that asks, and owns all that it sees
 * @param asked what was asked, for properties that depend on it (CALDAV:calendar-data)
 * @param clientProperties what clients set, by resource (see {@link DavResource#propertyKey})
 */
record Scene(
        Property visitor,
        PropRequest asked,
        CalendarObjects objects,
        Map<String, List<DavProperties.Stored>> clientProperties) {

    DavPath.Principal principal() {
        return new DavPath.Principal(visitor.id().value());
    }

    DavPath.Home home() {
        return new DavPath.Home(visitor.id().value());
    }

    Revision revision(CalendarCollection calendar) {
        return objects.revision(visitor.id(), calendar.key());
    }

    UUID hotelIdentifier() {
        return visitor.id().value();
    }

    Optional<DavProperties.Stored> clientProperty(DavResource resource, String namespace, String name) {
        return clientProperties.getOrDefault(resource.propertyKey(), List.of()).stream()
                .filter(stored ->
                        stored.namespace().equals(namespace) && stored.name().equals(name))
                .findFirst();
    }
}
