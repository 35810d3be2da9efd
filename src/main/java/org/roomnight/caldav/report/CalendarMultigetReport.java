package org.roomnight.caldav.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Report.CalendarMultiget;
import org.roomnight.inventory.Property;

/**
 * CALDAV:calendar-multiget (RFC 4791 §7.9). An href of anything that is not below the resource asked is answered with
 * 404 and as it was sent; so is one of another host or another property. Depth means nothing here.
 */
public final class CalendarMultigetReport {

    private final ReportTools tools;

    public CalendarMultigetReport(ReportTools tools) {
        this.tools = tools;
    }

    public DavAnswer answer(DavCall call, DavResource asked, CalendarMultiget multiget) {
        Map<String, DavPath> wanted = new LinkedHashMap<>();
        multiget.hrefs().forEach(href -> wanted.put(href, call.named(href)));
        Map<DavPath.Member, DavResource.Entry> found = found(call.visitor(), asked, wanted);
        Set<DavResource.Entry> there = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        wanted.forEach((href, path) -> {
            if (path instanceof DavPath.Member member && found.containsKey(member)) {
                there.add(found.get(member));
            } else {
                missing.add(href);
            }
        });
        return tools.multistatus(call, answer -> {
            answer.resources(multiget.properties(), List.copyOf(there));
            missing.forEach(answer::notFound);
        });
    }

    private Map<DavPath.Member, DavResource.Entry> found(
            Property visitor, DavResource asked, Map<String, DavPath> wanted) {
        Map<DavPath.Calendar, List<String>> names = new LinkedHashMap<>();
        for (DavPath path : wanted.values()) {
            if (path instanceof DavPath.Member member && below(asked, member)) {
                names.computeIfAbsent(
                                new DavPath.Calendar(member.property(), member.calendar()), _ -> new ArrayList<>())
                        .add(member.name());
            }
        }
        Map<DavPath.Member, DavResource.Entry> found = new LinkedHashMap<>();
        names.forEach((path, some) -> tools.tree()
                .calendar(visitor, path)
                .ifPresent(
                        calendar -> entries(visitor, calendar, some).forEach(entry -> found.put(entry.path(), entry))));
        return found;
    }

    private static boolean below(DavResource asked, DavPath.Member member) {
        return switch (asked.path()) {
            case DavPath.Home(var property) -> property.equals(member.property());
            case DavPath.Calendar(var property, var name) ->
                property.equals(member.property()) && name.equals(member.calendar());
            case DavPath.Member own -> own.equals(member);
            case DavPath.Site _,
                    DavPath.Root _,
                    DavPath.Principals _,
                    DavPath.Principal _,
                    DavPath.Homes _,
                    DavPath.Nowhere _ -> false;
        };
    }

    private List<DavResource.Entry> entries(Property visitor, DavResource.Calendar calendar, List<String> names) {
        return tools.objects().members(visitor.id(), calendar.facts().key(), names).stream()
                .map(calendar::entry)
                .toList();
    }
}
