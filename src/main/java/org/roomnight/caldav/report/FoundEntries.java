package org.roomnight.caldav.report;

import java.util.ArrayList;
import java.util.List;
import org.roomnight.caldav.property.EntryBatches;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarObject;

/** What a search found: with its content while that is little, afterwards without. {@link EntryBatches} reads it again. */
final class FoundEntries {

    private final List<DavResource.Entry> entries = new ArrayList<>();
    private long octets;

    void add(DavResource.Calendar calendar, CalendarObject object) {
        octets += object.octets().length;
        DavResource.Entry entry = DavResource.Entry.of(calendar.path(), calendar.facts(), object);
        entries.add(octets <= EntryBatches.MAX_OCTETS ? entry : calendar.entry(entry.facts()));
    }

    List<DavResource.Entry> list() {
        return entries;
    }
}
