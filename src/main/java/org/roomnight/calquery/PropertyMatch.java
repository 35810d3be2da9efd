package org.roomnight.calquery;

import java.util.List;
import org.roomnight.davxml.Filter.ParamFilter;
import org.roomnight.davxml.Filter.PropFilter;
import org.roomnight.davxml.TimeRange;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.Parameter;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Property;

/** Tries the filters of properties and of their parameters (RFC 4791 §9.7.2, §9.7.3). */
record PropertyMatch(DateResolver resolver) {

    /** One property has to meet all that is asked; one that is not there meets nothing but is-not-defined. */
    boolean matches(Component component, PropFilter filter) {
        List<Property> properties = component.properties(filter.name());
        return filter.isNotDefined()
                ? properties.isEmpty()
                : properties.stream().anyMatch(property -> matches(property, filter));
    }

    private boolean matches(Property property, PropFilter filter) {
        if (filter.timeRange() != null && !inRange(property, filter.timeRange())) {
            return false;
        }
        if (filter.text() != null && !TextMatching.matches(property.text(), filter.text())) {
            return false;
        }
        return filter.parameters().stream().allMatch(parameter -> matches(property, parameter));
    }

    private boolean inRange(Property property, TimeRange range) {
        Overlap overlap = new Overlap(Window.of(range));
        return switch (DateValues.parseList(property)) {
            case Parsed.Bad<List<DateValue>> _ -> false;
            case Parsed.Value<List<DateValue>>(List<DateValue> dates) ->
                dates.stream().anyMatch(date -> overlap.value(date, resolver));
        };
    }

    private static boolean matches(Property property, ParamFilter filter) {
        List<Parameter> parameters = property.parameters().stream()
                .filter(parameter -> parameter.name().equals(filter.name()))
                .toList();
        if (filter.isNotDefined()) {
            return parameters.isEmpty();
        }
        return parameters.stream()
                .flatMap(parameter -> parameter.values().stream())
                .anyMatch(value -> filter.text() == null || TextMatching.matches(value, filter.text()));
    }
}
