package org.roomnight.caldav.property;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.ZonesWanted;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.DavProperties.Size;
import org.roomnight.calendar.DavProperties.Stored;
import org.roomnight.calendar.DavProperties.Wanted;
import org.roomnight.davxml.PropRequest;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;

/** Loads what rendering the properties of an answer needs, for all its resources at once. */
public final class RenderContexts {

    /** Each of them tells the zone where the other does not (see {@link CalendarZone}). */
    private static final Set<QName> OF_ZONE = Set.of(CalendarTimeZoneIdProperty.NAME, CalendarTimeZoneProperty.NAME);

    private static final Set<QName> OF_REVISION = Set.of(SyncTokenProperty.NAME, GetCtagProperty.NAME);

    private static final PropRequest ZONE = new PropRequest.Some(List.of(CalendarTimeZoneIdProperty.NAME), null);

    private final Addresses addresses;
    private final CalendarObjects objects;
    private final DavProperties clientProperties;
    private final LiveProperties live;

    public RenderContexts(
            Addresses addresses, CalendarObjects objects, DavProperties clientProperties, LiveProperties live) {
        this.addresses = addresses;
        this.objects = objects;
        this.clientProperties = clientProperties;
        this.live = live;
    }

    /** Call it inside {@link CalendarObjects#together}, so that all parts of an answer are of one moment. */
    public RenderContext of(DavCall call, PropRequest asked, List<DavResource> resources) {
        return of(call.visitor(), asked, resources)
                .with(ZonesWanted.of(call.headers().timeZones()));
    }

    public RenderContext of(Property visitor, PropRequest asked, List<DavResource> resources) {
        Map<CalendarCollection, ZoneId> zones = new HashMap<>();
        return new RenderContext(
                addresses,
                visitor,
                asked,
                objects,
                collection -> clientProperties.looks(visitor.id(), collection),
                calendar -> zones.computeIfAbsent(calendar, one -> zone(visitor, one)),
                ZonesWanted.AS_STORED,
                needsRevisions(asked) ? revisions(visitor, resources) : Map.of(),
                clientProperties(visitor, asked, resources));
    }

    /** How much of what clients set would be loaded for each resource, in octets; those without anything are left out. */
    public Map<String, Long> octets(Property visitor, PropRequest asked, List<? extends DavResource> resources) {
        Optional<Wanted> wanted = asked instanceof PropRequest.NamesOnly ? Optional.empty() : wanted(asked);
        return wanted.map(some -> clientProperties.sizes(visitor.id(), keys(resources), some).stream()
                        .collect(Collectors.groupingBy(Size::resource, Collectors.summingLong(Size::octets))))
                .orElse(Map.of());
    }

    /** The zone of a calendar's days and floating times. */
    public ZoneId zone(Property visitor, CalendarCollection facts) {
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

    /** What is asked of what clients set; a listing of entity tags needs none of it. */
    private Optional<Wanted> wanted(PropRequest asked) {
        return switch (asked) {
            case PropRequest.All _, PropRequest.NamesOnly _ -> Optional.of(new Wanted.All());
            case PropRequest.Some some -> {
                Set<QName> names = some.names().stream()
                        .filter(live::mayBeSet)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (names.stream().anyMatch(OF_ZONE::contains)) {
                    names.addAll(OF_ZONE);
                }
                yield names.isEmpty() ? Optional.empty() : Optional.of(new Wanted.Named(List.copyOf(names)));
            }
        };
    }

    private Map<String, List<Stored>> clientProperties(
            Property visitor, PropRequest asked, List<DavResource> resources) {
        return wanted(asked)
                .map(wanted -> find(visitor, asked, keys(resources), wanted).stream()
                        .collect(Collectors.groupingBy(Stored::resource)))
                .orElse(Map.of());
    }

    /** The values stay where they are when only names are asked for. */
    private List<Stored> find(Property visitor, PropRequest asked, List<String> keys, Wanted wanted) {
        return asked instanceof PropRequest.NamesOnly
                ? clientProperties.sizes(visitor.id(), keys, wanted).stream()
                        .map(size -> new Stored(
                                size.resource(),
                                size.name().getNamespaceURI(),
                                size.name().getLocalPart(),
                                ""))
                        .toList()
                : clientProperties.of(visitor.id(), keys, wanted);
    }

    private static List<String> keys(List<? extends DavResource> resources) {
        return resources.stream().map(DavResource::propertyKey).distinct().toList();
    }
}
