package org.roomnight.caldav.property;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.DavProperties.Step;
import org.roomnight.calendar.DavProperties.Wanted;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.KeptElement;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropertyUpdate.Change;
import org.roomnight.kernel.PropertyId;

/** Decides which properties clients may set to what, and keeps them. */
public final class PropertyChanges {

    private static final DavRefusal TOO_LARGE =
            new DavRefusal(507, null, "This value is larger than this server keeps; the limit is 64 KiB.");
    private static final DavRefusal TOO_MANY =
            new DavRefusal(507, null, "This has as many properties as this server keeps; remove one first.");
    private static final DavRefusal NO_ROOM =
            overQuota("The properties of this take 1 MiB, as much as this server keeps; remove one first.");
    private static final DavRefusal PROTECTED = DavRefusal.forbidden(
            Names.dav("cannot-modify-protected-property"), "The server alone says what this property is.");
    private static final DavRefusal READ_ONLY = DavRefusal.forbidden(
            Names.dav("need-privileges"), "This is read-only and takes no properties of other programs.");

    private final LiveProperties live;
    private final DavProperties properties;

    public PropertyChanges(LiveProperties live, DavProperties properties) {
        this.live = live;
        this.properties = properties;
    }

    /** Says of each change what speaks against it, if anything. */
    public PropertyChangeResult check(DavResource resource, List<Change> changes) {
        PropertyChangeResult result = new PropertyChangeResult();
        changes.forEach(change -> result.add(change.name(), problem(resource, change)));
        return result;
    }

    private Optional<DavRefusal> problem(DavResource resource, Change change) {
        Optional<DavRefusal> forbidden = switch (live.find(change.name()).orElse(null)) {
            case null -> Privileges.mayWriteProperties(resource) ? Optional.empty() : Optional.of(READ_ONLY);
            case SettableProperty settable when settable.settableOn(resource) -> problem(settable, change);
            case LiveProperty _ -> Optional.of(PROTECTED);
        };
        return forbidden.or(() -> fits(change) ? Optional.empty() : Optional.of(TOO_LARGE));
    }

    private static Optional<DavRefusal> problem(SettableProperty settable, Change change) {
        return switch (change) {
            case Change.Set(var value) -> settable.problem(value);
            case Change.Remove _ -> Optional.empty();
        };
    }

    private static boolean fits(Change change) {
        return switch (change) {
            case Change.Set(var value) ->
                KeptElement.text(value)
                        .filter(text -> text.length() <= DavProperties.MAX_LENGTH)
                        .isPresent();
            case Change.Remove _ -> true;
        };
    }

    /** The same for a resource that has properties already; call it in the write that keeps them. */
    public PropertyChangeResult check(PropertyId property, DavResource resource, List<Change> changes) {
        PropertyChangeResult result = check(resource, changes);
        Map<QName, Long> kept = new HashMap<>();
        properties
                .sizes(property, List.of(resource.propertyKey()), new Wanted.All())
                .forEach(size -> kept.put(size.name(), size.octets()));
        long before = octets(kept);
        for (Change change : changes) {
            switch (change) {
                case Change.Set(var value) -> {
                    kept.put(value.name(), length(value));
                    if (kept.size() > DavProperties.MAX_OF_RESOURCE) {
                        result.add(value.name(), Optional.of(TOO_MANY));
                    }
                }
                case Change.Remove(QName name) -> kept.remove(name);
            }
        }
        noRoom(property, resource, octets(kept), before)
                .ifPresent(refusal -> changes.forEach(change -> result.add(change.name(), Optional.of(refusal))));
        return result;
    }

    private static long octets(Map<QName, Long> kept) {
        return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long length(Element value) {
        return KeptElement.text(value).orElse("").getBytes(StandardCharsets.UTF_8).length;
    }

    private Optional<DavRefusal> noRoom(PropertyId property, DavResource resource, long then, long before) {
        if (then > before && then > DavProperties.MAX_OCTETS_OF_RESOURCE) {
            return Optional.of(NO_ROOM);
        }
        return properties
                .refusal(property, resource.propertyKey(), then - before)
                .map(PropertyChanges::overQuota);
    }

    public static DavRefusal overQuota(String sentence) {
        return new DavRefusal(507, Names.dav("quota-not-exceeded"), sentence);
    }

    /** Makes changes that nothing speaks against, in their order. */
    public void keep(PropertyId property, DavResource resource, List<Change> changes) {
        List<Step> steps = new ArrayList<>();
        changes.forEach(change -> addSteps(steps, resource.propertyKey(), change));
        if (!steps.isEmpty()) {
            properties.change(property, resource.propertyKey(), steps);
        }
    }

    private void addSteps(List<Step> steps, String resource, Change change) {
        switch (change) {
            case Change.Remove(QName name) -> steps.add(removal(resource, name));
            case Change.Set(var value) -> {
                QName name = value.name();
                if (live.find(name).orElse(null) instanceof SettableProperty settable) {
                    settable.replaces().ifPresent(other -> steps.add(removal(resource, other)));
                }
                String text = KeptElement.text(value).orElseThrow();
                steps.add(new Step.Set(
                        new DavProperties.Stored(resource, name.getNamespaceURI(), name.getLocalPart(), text)));
            }
        }
    }

    private static Step removal(String resource, QName name) {
        return new Step.Remove(resource, name.getNamespaceURI(), name.getLocalPart());
    }
}
