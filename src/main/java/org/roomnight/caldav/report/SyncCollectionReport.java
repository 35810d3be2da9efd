package org.roomnight.caldav.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.SyncTokens;
import org.roomnight.caldav.property.SyncTokens.Known;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.calendar.CalendarCollection;
import org.roomnight.calendar.CalendarObjects.Change;
import org.roomnight.calendar.CalendarObjects.Member;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.PropRequest;
import org.roomnight.davxml.Report.SyncCollection;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Revision;

/**
 * DAV:sync-collection (RFC 6578 §3.2): what has changed since a token, or everything. An answer is cut only between two
 * revisions, because a token tells one; it then says so and its token leads on.
 */
public final class SyncCollectionReport {

    /** Changes in an answer that nobody limited. More of one revision are given whole all the same. */
    static final int MAX_CHANGES = 20_000;

    /** Names that are looked up one by one; for more the whole listing is read. */
    private static final int FEW = 500;

    private final ReportTools tools;
    private final SyncTokens tokens;

    public SyncCollectionReport(ReportTools tools, SyncTokens tokens) {
        this.tools = tools;
        this.tokens = tokens;
    }

    public DavAnswer answer(DavCall call, DavResource asked, SyncCollection sync) {
        refuseInfinity(call);
        if (!(asked instanceof DavResource.Calendar calendar)) {
            throw new IllegalStateException("served on calendars only: " + asked.path());
        }
        Property visitor = call.visitor();
        boolean initial = sync.token().isEmpty();
        Revision now = tools.objects().revision(visitor.id(), calendar.facts().key());
        Known since = initial ? Known.nothing(now) : tokens.parse(visitor, calendar.facts(), sync.token());
        SyncPage page = page(visitor, calendar.facts(), since.changes(), sync.limit());
        List<Change> told = initial ? withoutRemoved(page.changes()) : page.changes();
        Known known = page.last()
                ? Known.all(now)
                : since.upTo(page.changes().getLast().revision());
        return tools.multistatus(call, answer -> {
            write(answer, visitor, calendar, told, sync.properties());
            if (!page.last()) {
                answer.truncated(calendar);
            }
            answer.syncToken(tokens.of(visitor, calendar.facts(), known));
        });
    }

    /**
     * RFC 6578 §3.2 wants Depth: 0. Thunderbird still says 1, as the drafts had it, and means the sync-level 1 that its
     * body names.
     */
    private static void refuseInfinity(DavCall call) {
        if (call.depth(DavCall.Depth.ZERO) == DavCall.Depth.INFINITY) {
            throw Refused.badRequest("Synchronise with Depth: 0, or without a Depth header (RFC 6578 §3.2).");
        }
    }

    /** Who knows nothing is not told of what is gone (RFC 6578 §3.4). */
    private static List<Change> withoutRemoved(List<Change> changes) {
        return changes.stream().filter(change -> !change.removed()).toList();
    }

    private SyncPage page(Property visitor, CalendarCollection calendar, Revision since, @Nullable Integer limit) {
        int most = limit == null ? MAX_CHANGES : Math.min(limit, MAX_CHANGES);
        SyncPage page = SyncPage.of(changes(visitor, calendar, since, most + 1), most);
        if (!page.stuck()) {
            return page;
        }
        SyncPage larger = SyncPage.ofFirstRevision(changes(visitor, calendar, since, Integer.MAX_VALUE));
        if (limit != null && larger.changes().size() > limit) {
            throw tooFew();
        }
        return larger;
    }

    private List<Change> changes(Property visitor, CalendarCollection calendar, Revision since, int size) {
        return tools.objects().changes(visitor.id(), calendar.key(), since, size);
    }

    /** RFC 6578 §3.7: an answer that cannot be cut so short is refused. */
    private static Refused tooFew() {
        return new Refused(new DavRefusal(
                507,
                Names.dav("number-of-matches-within-limits"),
                "More than that changed at once. Ask for more results, or without a limit."));
    }

    private void write(
            ReportAnswer answer,
            Property visitor,
            DavResource.Calendar calendar,
            List<Change> changes,
            PropRequest properties) {
        List<String> names = changes.stream()
                .filter(change -> !change.removed())
                .map(Change::name)
                .toList();
        Map<String, DavResource.Entry> entries = entries(visitor, calendar, names);
        List<DavResource.Entry> there = new ArrayList<>();
        List<DavPath> gone = new ArrayList<>();
        for (Change change : changes) {
            DavResource.Entry entry = entries.get(change.name());
            if (entry == null) {
                gone.add(path(calendar, change.name()));
            } else {
                there.add(entry);
            }
        }
        answer.resources(properties, there);
        gone.forEach(answer::notFound);
    }

    private static DavPath path(DavResource.Calendar calendar, String name) {
        return new DavPath.Member(calendar.path().property(), calendar.path().name(), name);
    }

    /** What there is now under these names. */
    private Map<String, DavResource.Entry> entries(
            Property visitor, DavResource.Calendar calendar, List<String> names) {
        List<Member> members = names.size() > FEW
                ? tools.objects().members(visitor.id(), calendar.facts().key())
                : tools.objects().members(visitor.id(), calendar.facts().key(), names);
        Map<String, DavResource.Entry> entries = new HashMap<>();
        members.forEach(member -> entries.put(member.name(), calendar.entry(member)));
        return entries;
    }
}
