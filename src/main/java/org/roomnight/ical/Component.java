package org.roomnight.ical;

import java.util.List;
import java.util.Optional;

/** A calendar component: name in upper case, its properties and the components inside it, in order (RFC 5545 §3.6). */
public record Component(String name, List<Property> properties, List<Component> components) {

    /** Rejects a name that is no {@code iana-token} with {@link IllegalArgumentException}. */
    public Component {
        name = Names.checked(name);
        properties = List.copyOf(properties);
        components = List.copyOf(components);
    }

    /** The first property of that name, which is given in upper case. */
    public Optional<Property> property(String upperCaseName) {
        for (var property : properties) {
            if (property.name().equals(upperCaseName)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /** All properties of that name, in order. */
    public List<Property> properties(String upperCaseName) {
        return properties.stream().filter(p -> p.name().equals(upperCaseName)).toList();
    }

    /** All direct components of that name, in order. */
    public List<Component> components(String upperCaseName) {
        return components.stream().filter(c -> c.name().equals(upperCaseName)).toList();
    }

    /** The first property of that name read as TEXT. */
    public Optional<String> text(String upperCaseName) {
        return property(upperCaseName).map(Property::text);
    }
}
