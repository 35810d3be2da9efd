package org.roomnight.ical;

import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A content line: name in upper case, parameters in their order, and the value as on the wire, unfolded but still escaped
 * (RFC 5545 §3.1).
 *
 * @param zone what the VTIMEZONE of its TZID says, where nobody knows that by its name; null everywhere else
 */
public record Property(
        String name,
        List<Parameter> parameters,
        String value,
        @Nullable ZoneRules zone) {

    /** Rejects a name that is no {@code iana-token} with {@link IllegalArgumentException}. */
    public Property {
        name = Names.checked(name);
        parameters = List.copyOf(parameters);
    }

    public Property(String name, List<Parameter> parameters, String value) {
        this(name, parameters, value, null);
    }

    public Property(String name, String value) {
        this(name, List.of(), value);
    }

    /** The first value of the first parameter of that name, which is given in upper case. */
    public Optional<String> parameter(String upperCaseName) {
        for (var parameter : parameters) {
            if (parameter.name().equals(upperCaseName)) {
                return Optional.of(parameter.values().getFirst());
            }
        }
        return Optional.empty();
    }

    /** The value read as TEXT (RFC 5545 §3.3.11). */
    public String text() {
        return TextValue.unescape(value);
    }
}
