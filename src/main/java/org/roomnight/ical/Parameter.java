package org.roomnight.ical;

import java.util.List;

/** A property parameter with its decoded values, at least one (RFC 5545 §3.2, RFC 6868); the name is upper case. */
public record Parameter(String name, List<String> values) {

    /** Rejects a name that is no {@code iana-token} and an empty list with {@link IllegalArgumentException}. */
    public Parameter {
        name = Names.checked(name);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a parameter has a value: " + name);
        }
    }

    public Parameter(String name, String value) {
        this(name, List.of(value));
    }
}
