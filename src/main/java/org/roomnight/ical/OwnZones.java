package org.roomnight.ical;

import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives times the rules of the VTIMEZONE that comes with them, where their TZID is a name that nobody knows. */
final class OwnZones {
    /** Zones of one calendar that are looked at; an entry has one or two. */
    static final int MAX_ZONES = 20;

    private final Map<String, ZoneRules> rules;

    private OwnZones(Map<String, ZoneRules> rules) {
        this.rules = rules;
    }

    /** The calendar itself, unless it has a zone of its own. */
    static Component applied(Component calendar) {
        Map<String, ZoneRules> rules = new HashMap<>();
        for (Component zone : first(calendar)) {
            Optional<String> name = zone.text("TZID").map(TimeZones::trimmed);
            boolean unknown = name.isPresent() && TimeZones.resolve(name.get()).isEmpty();
            if (unknown && VTimeZone.read(zone) instanceof VTimeZone.Reading.Understood(var read)) {
                rules.putIfAbsent(name.get(), read);
            }
        }
        return rules.isEmpty() ? calendar : new OwnZones(rules).apply(calendar);
    }

    static List<Component> first(Component calendar) {
        return calendar.components("VTIMEZONE").stream().limit(MAX_ZONES).toList();
    }

    private Component apply(Component component) {
        List<Property> properties =
                component.properties().stream().map(this::apply).toList();
        List<Component> components =
                component.components().stream().map(this::apply).toList();
        return new Component(component.name(), properties, components);
    }

    private Property apply(Property property) {
        ZoneRules own = property.parameter("TZID")
                .map(TimeZones::trimmed)
                .map(rules::get)
                .orElse(null);
        return own == null ? property : new Property(property.name(), property.parameters(), property.value(), own);
    }
}
