package org.roomnight.caldav;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.DavProperties;
import org.roomnight.davxml.PropRequest;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;

/** Loads what the properties of an answer are read from, for all its resources at once. */
final class Scenes {

    private static final Set<QName> OF_REVISION = Set.of(SyncTokenProperty.NAME, CollectionTagProperty.NAME);

    private static final PropRequest ZONE = new PropRequest.Some(List.of(TimeZoneIdProperty.NAME), null);

    private final Addresses addresses;
    private final CalendarObjects objects;
    private final DavProperties clientProperties;
    private final LiveProperties live;

    Scenes(Addresses addresses, CalendarObjects objects, DavProperties clientProperties, LiveProperties live) {
        this.addresses = addresses;
        this.objects = objects;
        this.clientProperties = clientProperties;
        this.live = live;
    }

    /** Call it inside {@link CalendarObjects#together}, so that all parts of an answer are of one moment. */
    Scene of(DavCall call, PropRequest asked, List<DavResource> resources) {
        return of(call.visitor(), asked, resources)
                .with(ZonesWanted.of(call.headers().timeZones()));
    }

    Scene of(Property visitor, PropRequest asked, List<DavResource> resources) {
        Map<CalendarCollection, ZoneId> zones = new HashMap<>();
        return new Scene(
                addresses,
                visitor,
                asked,
                objects,
                calendar -> zones.computeIfAbsent(calendar, one -> zone(visitor, one)),
                ZonesWanted.AS_STORED,
                needsRevisions(asked) ? revisions(visitor, resources) : Map.of(),
                needsClientProperties(asked) ? clientProperties(visitor, resources) : Map.of());
    }

    /** The zone of a calendar's days and floating times. */
    ZoneId zone(Property visitor, CalendarCollection facts) {
        DavPath.Calendar path = new DavPath.Calendar(visitor.id().value(), facts.name());
        DavResource.Calendar calendar = new DavResource.Calendar(path, facts);
        return CalendarZone.isSettable(calendar)
                ? CalendarZone.of(calendar, of(visitor, ZONE, List.of(calendar)))
                : visitor.timeZone();
    }

    private static boolean needsRevisions(PropRequest asked) {
        return switch (asked) {
            case PropRequest.All(List<QName> included) -> included.stream().anyMatch(OF_REVISION::contains);
            case PropRequest.NamesOnly _ -> false;
            case PropRequest.Some some -> some.names().stream().anyMatch(OF_REVISION::contains);
        };
    }

    private Map<String, Revision> revisions(Property visitor, List<DavResource> resources) {
        Map<String, Revision> revisions = new HashMap<>();
        for (DavResource resource : resources) {
            if (resource instanceof DavResource.Calendar(DavPath.Calendar _, var facts)) {
                revisions.put(facts.key().key(), objects.revision(visitor.id(), facts.key()));
            }
        }
        return revisions;
    }

    /** A listing of entity tags needs none of them. */
    private boolean needsClientProperties(PropRequest asked) {
        return switch (asked) {
            case PropRequest.All _, PropRequest.NamesOnly _ -> true;
            case PropRequest.Some some ->
                some.names().stream().anyMatch(name -> live.mayBeSet(name) || name.equals(CollectionTagProperty.NAME));
        };
    }

    private Map<String, List<DavProperties.Stored>> clientProperties(Property visitor, List<DavResource> resources) {
        List<String> keys =
                resources.stream().map(DavResource::propertyKey).distinct().toList();
        return clientProperties.of(visitor.id(), keys).stream()
                .collect(Collectors.groupingBy(DavProperties.Stored::resource));
    }
}
