package org.roomnight.calquery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.davxml.CalendarData.SelectedProperty;
import org.roomnight.davxml.CalendarData.Selection;
import org.roomnight.ical.Component;
import org.roomnight.ical.Property;

/** Leaves of a component what CALDAV:comp and CALDAV:prop name (RFC 4791 §9.6.1 to §9.6.4). */
final class DataSelection {

    private DataSelection() {}

    static Component apply(Component component, Selection wanted) {
        return new Component(
                component.name(),
                properties(component.properties(), wanted.properties()),
                components(component.components(), wanted.components()));
    }

    private static List<Property> properties(List<Property> properties, @Nullable List<SelectedProperty> wanted) {
        return wanted == null
                ? properties
                : properties.stream()
                        .flatMap(property -> selected(property, wanted).stream())
                        .toList();
    }

    private static Optional<Property> selected(Property property, List<SelectedProperty> wanted) {
        return wanted.stream()
                .filter(one -> one.name().equals(property.name()))
                .findFirst()
                .map(one -> one.withoutValue() ? new Property(property.name(), property.parameters(), "") : property);
    }

    private static List<Component> components(List<Component> components, @Nullable List<Selection> wanted) {
        return wanted == null
                ? components
                : components.stream()
                        .flatMap(component -> selected(component, wanted))
                        .toList();
    }

    private static Stream<Component> selected(Component component, List<Selection> wanted) {
        return wanted.stream()
                .filter(one -> one.name().equals(component.name()))
                .findFirst()
                .map(one -> apply(component, one))
                .stream();
    }
}
