package org.roomnight.caldav.property;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.Preferences;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.DavProperties;
import org.roomnight.davxml.KeptElement;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.Multistatus.Value;
import org.roomnight.davxml.PropRequest;

/** Finds the properties of resources that an answer is to have. */
public final class PropertyRenderer {

    /** What was found, in the order asked for, and the names of what was not. */
    public record Rendered(List<Value> found, List<QName> missing) {}

    private final LiveProperties live;

    public PropertyRenderer(LiveProperties live) {
        this.live = live;
    }

    /** Writes the response of one resource. */
    public void write(Multistatus answer, DavResource resource, RenderContext context, Preferences preferences) {
        Rendered rendered = of(resource, context);
        answer.propstat(
                context.href(resource.path()),
                rendered.found(),
                preferences.minimal() ? List.of() : rendered.missing());
    }

    /** What the context asks for. */
    public Rendered of(DavResource resource, RenderContext context) {
        return switch (context.asked()) {
            case PropRequest.All(List<QName> included) -> all(resource, included, context);
            case PropRequest.NamesOnly _ -> names(resource, context);
            case PropRequest.Some some -> named(resource, some.names(), context);
        };
    }

    /** Properties by their names, whatever the context asks for. */
    public Rendered named(DavResource resource, Iterable<QName> names, RenderContext context) {
        List<Value> found = new ArrayList<>();
        List<QName> missing = new ArrayList<>();
        for (QName name : names) {
            value(resource, name, context).ifPresentOrElse(found::add, () -> missing.add(name));
        }
        return new Rendered(found, missing);
    }

    /** The resources that a property names; empty when it names none, or is not there (RFC 3253 §3.8). */
    public Optional<List<DavPath>> targets(DavResource resource, QName name, RenderContext context) {
        return live.find(name)
                .filter(HrefProperty.class::isInstance)
                .flatMap(property -> ((HrefProperty) property).targets(resource, context));
    }

    private Optional<Value> value(DavResource resource, QName name, RenderContext context) {
        Optional<LiveProperty> known = live.find(name);
        Optional<Value> set = live.mayBeSet(name, resource)
                ? context.clientProperty(resource, name).map(PropertyRenderer::asSet)
                : Optional.empty();
        return set.or(() ->
                known.flatMap(property -> property.of(resource, context)).map(content -> new Value(name, content)));
    }

    private static Value asSet(DavProperties.Stored stored) {
        return Value.stored(KeptElement.read(stored.xml()));
    }

    /** Those of RFC 4918 and those that clients made up (RFC 4918 §9.1). */
    private Rendered all(DavResource resource, List<QName> included, RenderContext context) {
        Set<QName> names = new LinkedHashSet<>();
        live.list().stream()
                .filter(LiveProperty::inAllprop)
                .filter(property -> has(resource, property, context))
                .map(LiveProperty::name)
                .forEach(names::add);
        context.clientProperties(resource).stream()
                .map(PropertyRenderer::name)
                .filter(name -> live.find(name).map(LiveProperty::inAllprop).orElse(true))
                .forEach(names::add);
        names.addAll(included);
        return named(resource, names, context);
    }

    private Rendered names(DavResource resource, RenderContext context) {
        Set<QName> names = new LinkedHashSet<>();
        live.list().stream()
                .filter(property -> has(resource, property, context))
                .map(LiveProperty::name)
                .forEach(names::add);
        context.clientProperties(resource).stream().map(PropertyRenderer::name).forEach(names::add);
        return new Rendered(names.stream().map(Value::empty).toList(), List.of());
    }

    private static boolean has(DavResource resource, LiveProperty property, RenderContext context) {
        return property.of(resource, context).isPresent();
    }

    private static QName name(DavProperties.Stored stored) {
        return new QName(stored.namespace(), stored.name());
    }
}
