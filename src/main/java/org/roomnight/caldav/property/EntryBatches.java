package org.roomnight.caldav.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.roomnight.caldav.exchange.YieldPoint;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.Collection;
import org.roomnight.davxml.PropRequest;
import org.roomnight.inventory.Property;

/** Cuts the resources of an answer into parts of which all that is asked for fits into memory, and reads it. */
public final class EntryBatches {

    /** Resources whose properties are loaded at once. */
    private static final int MAX_RESOURCES = 500;

    /** Content that is in memory at once, in octets; a single larger object is alone. */
    public static final int MAX_OCTETS = 4 * 1024 * 1024;

    private final CalendarObjects objects;
    private final RenderContexts contexts;
    private final Property visitor;
    private final PropRequest asked;

    public EntryBatches(CalendarObjects objects, RenderContexts contexts, Property visitor, PropRequest asked) {
        this.objects = objects;
        this.contexts = contexts;
        this.visitor = visitor;
        this.asked = asked;
    }

    /** Parts of resources as they are. */
    public void each(List<? extends DavResource> resources, Consumer<List<DavResource>> answer) {
        cut(resources, answer, _ -> 0);
    }

    /** The same with the content of every entry, where that is asked for. */
    public void eachWithContent(List<? extends DavResource> resources, Consumer<List<DavResource>> answer) {
        if (CalendarDataProperty.isAsked(asked)) {
            cut(resources, some -> answer.accept(read(some)), EntryBatches::length);
        } else {
            each(resources, answer);
        }
    }

    private void cut(
            List<? extends DavResource> resources,
            Consumer<List<DavResource>> answer,
            ToIntFunction<DavResource> content) {
        for (int from = 0; from < resources.size(); from += MAX_RESOURCES) {
            List<? extends DavResource> some =
                    resources.subList(from, Math.min(from + MAX_RESOURCES, resources.size()));
            Map<String, Long> properties = contexts.octets(visitor, asked, some);
            List<DavResource> batch = new ArrayList<>();
            long octets = 0;
            for (DavResource resource : some) {
                long more = properties.getOrDefault(resource.propertyKey(), 0L) + content.applyAsInt(resource);
                if (octets + more > MAX_OCTETS && !batch.isEmpty()) {
                    hand(batch, answer);
                    batch = new ArrayList<>();
                    octets = 0;
                }
                batch.add(resource);
                octets += more;
            }
            hand(batch, answer);
        }
    }

    private static void hand(List<DavResource> batch, Consumer<List<DavResource>> answer) {
        YieldPoint.pass();
        answer.accept(batch);
    }

    private static int length(DavResource resource) {
        return resource instanceof DavResource.Entry entry ? entry.facts().length() : 0;
    }

    private List<DavResource> read(List<DavResource> batch) {
        Map<CalendarCollection, List<String>> lacking = lacking(batch);
        if (lacking.isEmpty()) {
            return batch;
        }
        Map<Collection, Map<String, CalendarObject>> found = new HashMap<>();
        lacking.forEach((calendar, names) -> objects.named(visitor.id(), calendar.key(), names)
                .forEach(object -> found.computeIfAbsent(calendar.key(), _ -> new HashMap<>())
                        .put(object.name(), object)));
        return batch.stream().map(resource -> with(resource, found)).toList();
    }

    private static Map<CalendarCollection, List<String>> lacking(List<DavResource> batch) {
        Map<CalendarCollection, List<String>> names = new LinkedHashMap<>();
        for (DavResource resource : batch) {
            if (resource instanceof DavResource.Entry entry && entry.content() == null) {
                names.computeIfAbsent(entry.calendar(), _ -> new ArrayList<>())
                        .add(entry.facts().name());
            }
        }
        return names;
    }

    private static DavResource with(DavResource resource, Map<Collection, Map<String, CalendarObject>> found) {
        return resource instanceof DavResource.Entry entry && entry.content() == null
                ? Optional.ofNullable(found.get(entry.calendar().key()))
                        .map(named -> named.get(entry.facts().name()))
                        .<DavResource>map(entry::with)
                        .orElse(entry)
                : resource;
    }
}
