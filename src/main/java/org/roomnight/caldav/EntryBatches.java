package org.roomnight.caldav;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.Collection;
import org.roomnight.davxml.PropRequest;
import org.roomnight.inventory.Property;

/** Cuts the resources of an answer into parts of which all that is asked for fits into memory, and reads it. */
final class EntryBatches {

    /** Resources whose properties are loaded at once. */
    private static final int MAX_RESOURCES = 500;

    /** Content that is in memory at once, in octets; a single larger object is alone. */
    static final int MAX_OCTETS = 4 * 1024 * 1024;

    private final CalendarObjects objects;
    private final Property visitor;
    private final boolean contentAsked;

    EntryBatches(CalendarObjects objects, Property visitor, PropRequest asked) {
        this.objects = objects;
        this.visitor = visitor;
        this.contentAsked = CalendarDataProperty.isAsked(asked);
    }

    void each(List<? extends DavResource> resources, Consumer<List<DavResource>> answer) {
        List<DavResource> batch = new ArrayList<>();
        long octets = 0;
        for (DavResource resource : resources) {
            int more =
                    resource instanceof DavResource.Entry entry ? entry.facts().length() : 0;
            if (batch.size() == MAX_RESOURCES || (octets + more > MAX_OCTETS && !batch.isEmpty())) {
                answer.accept(read(batch));
                batch = new ArrayList<>();
                octets = 0;
            }
            batch.add(resource);
            octets += more;
        }
        answer.accept(read(batch));
    }

    /** The same with the content of every entry, where that is asked for. */
    private List<DavResource> read(List<DavResource> batch) {
        Map<CalendarCollection, List<String>> lacking = contentAsked ? lacking(batch) : Map.of();
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
