package org.roomnight.caldav.method;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.SyncTokens;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.http.EntityTags;
import org.roomnight.inventory.Property;

/**
 * What a request says must be so: If-Match and If-None-Match (RFC 9110 §13.1) and If (RFC 4918 §10.4). Call it in the
 * transaction of the change.
 */
public final class Conditions {

    private final DavTree tree;
    private final CalendarObjects objects;

    public Conditions(DavTree tree, CalendarObjects objects) {
        this.tree = tree;
        this.objects = objects;
    }

    /** Refuses with 412 unless all holds for an object; {@code etag} is null where nothing is stored. */
    public void check(DavCall call, @Nullable String etag) {
        if (!hold(call, etag)) {
            throw Refused.preconditionFailed();
        }
    }

    boolean hold(DavCall call, @Nullable String etag) {
        return EntityTagCondition.holds(call, etag)
                && ifHolds(call, etag == null ? Set.of() : Set.of(EntityTags.quoted(etag)));
    }

    /** The same for a resource that is there. */
    public void check(DavCall call, DavResource resource) {
        switch (resource) {
            case DavResource.Entry entry -> check(call, entry.facts().etag());
            case DavResource.Calendar _, DavResource.Home _, DavResource.Principal _, DavResource.Signpost _ -> {
                if (!EntityTagCondition.holdsWithoutTag(call) || !ifHolds(call, state(call.visitor(), resource))) {
                    throw Refused.preconditionFailed();
                }
            }
        }
    }

    private boolean ifHolds(DavCall call, Set<String> state) {
        String header = call.headers().ifHeader();
        return header == null || IfHeader.holds(header, state, href -> state(call, href));
    }

    private Set<String> state(DavCall call, String href) {
        Optional<DavResource> found = tree.find(call.visitor(), call.named(href));
        return found.map(resource -> state(call.visitor(), resource)).orElseGet(Set::of);
    }

    private Set<String> state(Property visitor, DavResource resource) {
        return switch (resource) {
            case DavResource.Entry entry ->
                Set.of(EntityTags.quoted(entry.facts().etag()));
            case DavResource.Calendar(DavPath.Calendar _, var facts) ->
                Set.of(new SyncTokens(objects).of(visitor, facts, objects.revision(visitor.id(), facts.key())));
            case DavResource.Home _, DavResource.Principal _, DavResource.Signpost _ -> Set.of();
        };
    }
}
