package org.roomnight.caldav.tree;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.PropertyId;

/** Finds resources of one visitor; what is another's is not there. */
public final class DavTree {

    private final CalendarObjects objects;

    public DavTree(CalendarObjects objects) {
        this.objects = objects;
    }

    /** The resource at a path. */
    public Optional<DavResource> find(Property visitor, DavPath path) {
        UUID own = visitor.id().value();
        if (path.owner().filter(owner -> !owner.equals(own)).isPresent()) {
            return Optional.empty();
        }
        return switch (path) {
            case DavPath.Site _, DavPath.Root _, DavPath.Principals _, DavPath.Homes _ ->
                Optional.of(new DavResource.Signpost(path));
            case DavPath.Principal principal -> Optional.of(new DavResource.Principal(principal));
            case DavPath.Home home -> Optional.of(new DavResource.Home(home));
            case DavPath.Calendar calendar -> calendar(visitor, calendar).map(found -> found);
            case DavPath.Member member -> entry(visitor.id(), member).map(found -> found);
            case DavPath.Nowhere _ -> Optional.empty();
        };
    }

    public Optional<DavResource.Calendar> calendar(Property visitor, DavPath.Calendar path) {
        if (!path.property().equals(visitor.id().value())) {
            return Optional.empty();
        }
        return objects.calendar(visitor.id(), path.name()).map(facts -> new DavResource.Calendar(path, facts));
    }

    private Optional<DavResource.Entry> entry(PropertyId property, DavPath.Member path) {
        return objects.calendar(property, path.calendar())
                .flatMap(calendar -> objects.find(property, calendar.key(), path.name())
                        .map(object -> DavResource.Entry.of(
                                new DavPath.Calendar(path.property(), calendar.name()), calendar, object)));
    }

    /** The resources directly inside one. */
    public List<DavResource> children(Property visitor, DavResource parent) {
        UUID own = visitor.id().value();
        return switch (parent) {
            case DavResource.Signpost(DavPath.Root _) ->
                List.of(
                        new DavResource.Signpost(new DavPath.Principals()),
                        new DavResource.Signpost(new DavPath.Homes()));
            case DavResource.Signpost(DavPath.Principals _) ->
                List.of(new DavResource.Principal(new DavPath.Principal(own)));
            case DavResource.Signpost(DavPath.Homes _) -> List.of(new DavResource.Home(new DavPath.Home(own)));
            case DavResource.Signpost _, DavResource.Principal _, DavResource.Entry _ -> List.of();
            case DavResource.Home _ ->
                objects.calendars(visitor.id()).stream()
                        .<DavResource>map(
                                facts -> new DavResource.Calendar(new DavPath.Calendar(own, facts.name()), facts))
                        .toList();
            case DavResource.Calendar calendar ->
                objects.members(visitor.id(), calendar.facts().key()).stream()
                        .<DavResource>map(calendar::entry)
                        .toList();
        };
    }
}
