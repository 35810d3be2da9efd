package org.roomnight.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes one unfolded content line apart: {@code name *(";" param) ":" value} (RFC 5545 §3.1). Unless it is strict, it does
 * without a parameter that has no name or no value, without blanks around names, and without quotes that do not match.
 */
final class ContentLine {
    private final String line;
    private final int mostParameters;
    private final Strictness strictness;
    private final Set<Tolerated> tolerated;

    private int position;
    private int values;
    private boolean passedOver;
    private @Nullable ReadError refusal;

    ContentLine(String line, int mostParameters, Strictness strictness, Set<Tolerated> tolerated) {
        this.line = line;
        this.mostParameters = mostParameters;
        this.strictness = strictness;
        this.tolerated = tolerated;
    }

    /** The property, or null with a {@link #refusal}. */
    @Nullable
    Property read() {
        var name = propertyName();
        var parameters = new ArrayList<Parameter>(0);
        blanks();
        while (refusal == null && at(';')) {
            position++;
            blanks();
            parameter(parameters);
        }
        if (refusal == null && !at(':')) {
            refusal = parameters.isEmpty() ? ReadError.BAD_LINE : ReadError.BAD_PARAMETER;
        }
        if (refusal != null) {
            return null;
        }
        if (passedOver) {
            tolerated.add(Tolerated.UNREADABLE_PARAMETERS);
        }
        return new Property(name, parameters, line.substring(position + 1));
    }

    @Nullable
    ReadError refusal() {
        return refusal;
    }

    private String propertyName() {
        int start = position;
        name();
        while (at('.') && position > start) {
            tolerated.add(Tolerated.GROUP_PREFIX);
            start = ++position;
            name();
        }
        if (position == start) {
            refusal = ReadError.BAD_LINE;
        }
        return normalised(start);
    }

    private void name() {
        while (position < line.length() && Names.character(line.charAt(position))) {
            position++;
        }
    }

    private String normalised(int start) {
        var written = line.substring(start, position);
        var name = Names.normalised(written);
        if (!name.equals(written)) {
            tolerated.add(Tolerated.LOWER_CASE_NAMES);
        }
        return name;
    }

    private void parameter(List<Parameter> parameters) {
        int start = position;
        name();
        if (position == start || !at('=')) {
            malformed();
            return;
        }
        var name = Names.normalised(line.substring(start, position));
        var list = new ArrayList<String>(1);
        do {
            position++;
            list.add(ParameterText.decode(value()));
            count();
        } while (refusal == null && at(','));
        if (refusal == null) {
            parameters.add(new Parameter(name, list));
        }
    }

    private void count() {
        if (++values > mostParameters) {
            refusal = ReadError.TOO_MANY_PARAMETERS;
        }
    }

    /** Steps over what stands in the place of a parameter and is none. */
    private void malformed() {
        if (strictness == Strictness.STRICT) {
            refusal = ReadError.BAD_PARAMETER;
            return;
        }
        passedOver = true;
        while (position < line.length() && !at(';') && !at(':')) {
            position++;
        }
        count();
    }

    private void blanks() {
        while (strictness != Strictness.STRICT && refusal == null && (at(' ') || at('\t'))) {
            passedOver = true;
            position++;
        }
    }

    private String value() {
        int start = position;
        if (at('"')) {
            int close = line.indexOf('"', start + 1);
            if (close > 0 && separator(close + 1)) {
                position = close + 1;
                return line.substring(start + 1, close);
            }
        } else {
            while (!separator(position) && !at('"')) {
                position++;
            }
            if (separator(position)) {
                return line.substring(start, position);
            }
        }
        return unmatched(start);
    }

    /** A value with quotes inside of it, or with one alone: without them, and what is between two is not taken apart. */
    private String unmatched(int start) {
        if (strictness == Strictness.STRICT) {
            refusal = ReadError.BAD_PARAMETER;
            return "";
        }
        passedOver = true;
        var value = new StringBuilder();
        boolean between = false;
        for (position = start; between || !separator(position); position++) {
            if (at('"')) {
                between = !between && line.indexOf('"', position + 1) > 0;
            } else {
                value.append(line.charAt(position));
            }
        }
        return value.toString();
    }

    /** Whether a value ends before a place. */
    private boolean separator(int place) {
        return place == line.length() || ",;:".indexOf(line.charAt(place)) >= 0;
    }

    private boolean at(char expected) {
        return position < line.length() && line.charAt(position) == expected;
    }
}
