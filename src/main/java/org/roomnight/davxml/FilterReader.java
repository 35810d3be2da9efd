package org.roomnight.davxml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.Filter.CompFilter;
import org.roomnight.davxml.Filter.ParamFilter;
import org.roomnight.davxml.Filter.PropFilter;

/** Reads CALDAV:filter (RFC 4791 §9.7): what is no filter is refused with CALDAV:valid-filter (§7.8). */
final class FilterReader {

    /** Filters in a request, of all kinds; each is tried on every object. Clients send fewer than ten. */
    static final int MAX_FILTERS = 200;

    private static final QName COMP_FILTER = Names.caldav("comp-filter");
    private static final QName PROP_FILTER = Names.caldav("prop-filter");
    private static final QName PARAM_FILTER = Names.caldav("param-filter");
    private static final QName TIME_RANGE = Names.caldav("time-range");
    private static final QName TEXT_MATCH = Names.caldav("text-match");
    private static final QName IS_NOT_DEFINED = Names.caldav("is-not-defined");

    private static final Set<String> IN_CALENDAR = Set.of("VCALENDAR");

    /** Where each component of RFC 5545 may stand; one that is not listed may stand anywhere. */
    private static final Map<String, Set<String>> PARENTS = Map.of(
            "VCALENDAR", Set.of(),
            "VEVENT", IN_CALENDAR,
            "VTODO", IN_CALENDAR,
            "VJOURNAL", IN_CALENDAR,
            "VFREEBUSY", IN_CALENDAR,
            "VTIMEZONE", IN_CALENDAR,
            "VALARM", Set.of("VEVENT", "VTODO"),
            "STANDARD", Set.of("VTIMEZONE"),
            "DAYLIGHT", Set.of("VTIMEZONE"));

    /** RFC 4791 §9.9 says for these what it means to be in a range. */
    private static final Set<String> IN_TIME = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VALARM");

    private static final DavRefusal BAD_RANGE = refusal("A time-range of the filter is no range."
            + " Give it a start, an end after it, or both, as UTC times such as 20260701T000000Z.");
    private static final DavRefusal TWICE =
            refusal("A filter has the same condition twice. Use time-range and text-match once in each.");

    private int filters;

    /** The comp-filter of VCALENDAR that stands in CALDAV:filter. */
    static CompFilter read(Element filter) {
        Element calendar = Children.exactlyOne(
                filter, COMP_FILTER, refusal("Put one comp-filter, named VCALENDAR, inside CALDAV:filter."));
        if (!name(calendar).equals("VCALENDAR")) {
            throw invalid("The outermost comp-filter is named VCALENDAR. Put the others inside it.");
        }
        return new FilterReader().component(calendar);
    }

    static DavRefusal refusal(String sentence) {
        return DavRefusal.forbidden(Names.caldav("valid-filter"), sentence);
    }

    static BadBodyException invalid(String sentence) {
        return new BadBodyException(refusal(sentence));
    }

    private CompFilter component(Element element) {
        String name = name(element);
        boolean absent = absent(element, Set.of(TIME_RANGE, PROP_FILTER, COMP_FILTER));
        TimeRange range = range(element);
        if (range != null && !IN_TIME.contains(name)) {
            throw invalid("A comp-filter with a time-range is one of VEVENT, VTODO, VJOURNAL, VFREEBUSY and VALARM.");
        }
        List<PropFilter> properties = Children.named(element, PROP_FILTER).stream()
                .map(this::property)
                .toList();
        List<CompFilter> components = Children.named(element, COMP_FILTER).stream()
                .map(inner -> inner(name, inner))
                .toList();
        return new CompFilter(name, absent, range, properties, components);
    }

    private CompFilter inner(String parent, Element element) {
        CompFilter inner = component(element);
        Set<String> parents = PARENTS.get(inner.name());
        if (parents != null && !parents.contains(parent)) {
            throw invalid("A comp-filter names a component that cannot stand there. Nest them as iCalendar does.");
        }
        return inner;
    }

    private PropFilter property(Element element) {
        String name = name(element);
        boolean absent = absent(element, Set.of(TIME_RANGE, TEXT_MATCH, PARAM_FILTER));
        TimeRange range = range(element);
        Filter.TextMatch text = text(element);
        if (range != null && text != null) {
            throw invalid("A prop-filter has a time-range or a text-match, not both.");
        }
        List<ParamFilter> parameters = Children.named(element, PARAM_FILTER).stream()
                .map(this::parameter)
                .toList();
        return new PropFilter(name, absent, range, text, parameters);
    }

    private ParamFilter parameter(Element element) {
        return new ParamFilter(name(element), absent(element, Set.of(TEXT_MATCH)), text(element));
    }

    /** Whether the thing is not to be there; then nothing else can be asked of it. */
    private boolean absent(Element element, Set<QName> conditions) {
        if (++filters > MAX_FILTERS) {
            throw invalid("The filter has too many conditions. Ask for fewer.");
        }
        boolean absent = Children.has(element, IS_NOT_DEFINED);
        if (absent && element.children().stream().anyMatch(child -> conditions.contains(child.name()))) {
            throw invalid("A filter with is-not-defined has nothing else inside.");
        }
        return absent;
    }

    private static @Nullable TimeRange range(Element element) {
        Element range = Children.atMostOne(element, TIME_RANGE, TWICE);
        return range == null ? null : TimeRangeReader.read(range, BAD_RANGE);
    }

    private static Filter.@Nullable TextMatch text(Element element) {
        if (element.attribute("negate-condition").isPresent()) {
            throw invalid("The attribute negate-condition stands in text-match only.");
        }
        Element text = Children.atMostOne(element, TEXT_MATCH, TWICE);
        return text == null ? null : TextMatchReader.read(text);
    }

    private static String name(Element element) {
        String name = element.attribute("name").orElse("").strip();
        if (name.isEmpty()) {
            throw invalid("Give each comp-filter, prop-filter and param-filter a name.");
        }
        return name.toUpperCase(Locale.ROOT);
    }
}
