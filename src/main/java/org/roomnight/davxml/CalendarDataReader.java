package org.roomnight.davxml;

import java.util.List;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.CalendarData.Recurrences;
import org.roomnight.davxml.CalendarData.SelectedProperty;
import org.roomnight.davxml.CalendarData.Selection;

/** Reads CALDAV:calendar-data as a request states it (RFC 4791 §9.6). */
final class CalendarDataReader {

    private static final QName COMP = Names.caldav("comp");
    private static final QName ALL_COMPONENTS = Names.caldav("allcomp");
    private static final QName PROP = Names.caldav("prop");
    private static final QName ALL_PROPERTIES = Names.caldav("allprop");
    private static final QName EXPAND = Names.caldav("expand");
    private static final QName LIMIT_RECURRENCES = Names.caldav("limit-recurrence-set");
    private static final QName LIMIT_FREEBUSY = Names.caldav("limit-freebusy-set");

    private static final DavRefusal TWICE =
            DavRefusal.badRequest("CALDAV:calendar-data says something twice. Use comp, expand and each limit once.");
    private static final DavRefusal NO_RANGE = DavRefusal.badRequest(
            "Give expand and the limits a start and a later end, as UTC times such as 20260701T000000Z.");

    private CalendarDataReader() {}

    static CalendarData read(Element data) {
        checkType(data);
        Element comp = Children.atMostOne(data, COMP, TWICE);
        Element freeBusy = Children.atMostOne(data, LIMIT_FREEBUSY, TWICE);
        return new CalendarData(
                comp == null ? null : calendar(comp),
                recurrences(data),
                freeBusy == null ? null : TimeRangeReader.closed(freeBusy, NO_RANGE));
    }

    private static void checkType(Element data) {
        String type = data.attribute("content-type").orElse("text/calendar").strip();
        String version = data.attribute("version").orElse("2.0").strip();
        if (!type.equalsIgnoreCase("text/calendar") || !version.equals("2.0")) {
            throw BadBodyException.forbidden(
                    Names.caldav("supported-calendar-data"),
                    "Calendar data is given as text/calendar, version 2.0, only. Ask for that.");
        }
    }

    private static Selection calendar(Element comp) {
        Selection calendar = selection(comp);
        if (!calendar.name().equals("VCALENDAR")) {
            throw BadBodyException.badRequest("The outermost comp of CALDAV:calendar-data is VCALENDAR.");
        }
        return calendar;
    }

    /** With nothing inside, all of it is wanted: so does the example of RFC 4791 §7.8.1 ask for VTIMEZONE. */
    private static Selection selection(Element comp) {
        List<Element> properties = Children.named(comp, PROP);
        List<Element> components = Children.named(comp, COMP);
        boolean allProperties = Children.has(comp, ALL_PROPERTIES);
        boolean allComponents = Children.has(comp, ALL_COMPONENTS);
        if ((allProperties && !properties.isEmpty()) || (allComponents && !components.isEmpty())) {
            throw BadBodyException.badRequest(
                    "A comp asks for all and for some. Use allprop or prop, and allcomp or comp.");
        }
        boolean whole = !allProperties && !allComponents && properties.isEmpty() && components.isEmpty();
        return new Selection(
                name(comp),
                whole || allProperties ? null : properties(properties),
                whole || allComponents ? null : components(components));
    }

    private static List<Selection> components(List<Element> components) {
        return components.stream().map(CalendarDataReader::selection).toList();
    }

    private static List<SelectedProperty> properties(List<Element> properties) {
        return properties.stream()
                .map(prop -> new SelectedProperty(name(prop), withoutValue(prop)))
                .toList();
    }

    private static boolean withoutValue(Element prop) {
        return switch (prop.attribute("novalue").orElse("no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw BadBodyException.badRequest("The attribute novalue is yes or no.");
        };
    }

    private static String name(Element element) {
        String name = element.attribute("name").orElse("").strip();
        if (name.isEmpty()) {
            throw BadBodyException.badRequest("Give each comp and prop inside CALDAV:calendar-data a name.");
        }
        return name.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Recurrences recurrences(Element data) {
        Element expand = Children.atMostOne(data, EXPAND, TWICE);
        Element limit = Children.atMostOne(data, LIMIT_RECURRENCES, TWICE);
        if (expand != null && limit != null) {
            throw BadBodyException.badRequest("Use expand or limit-recurrence-set, not both.");
        }
        if (expand != null) {
            return new Recurrences.Expand(TimeRangeReader.closed(expand, NO_RANGE));
        }
        return limit == null ? null : new Recurrences.Limit(TimeRangeReader.closed(limit, NO_RANGE));
    }
}
