package org.roomnight.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one unfolded content line apart: {@code name *(";" param) ":" value} (RFC 5545 §3.1). */
final class ContentLine {
    private final String line;
    private final int mostParameters;
    private final Set<Tolerated> tolerated;

    private int position;
    private int values;
    private @Nullable Refusal refusal;

    ContentLine(String line, int mostParameters, Set<Tolerated> tolerated) {
        this.line = line;
        this.mostParameters = mostParameters;
        this.tolerated = tolerated;
    }

    /** The property, or null with a {@link #refusal}. */
    @Nullable
    Property read() {
        var name = propertyName();
        var parameters = new ArrayList<Parameter>(0);
        while (refusal == null && at(';')) {
            position++;
            parameter(parameters);
        }
        if (refusal == null && !at(':')) {
            refusal = parameters.isEmpty() ? Refusal.BAD_LINE : Refusal.BAD_PARAMETER;
        }
        return refusal == null ? new Property(name, parameters, line.substring(position + 1)) : null;
    }

    @Nullable
    Refusal refusal() {
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
            refusal = Refusal.BAD_LINE;
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
            refusal = Refusal.BAD_PARAMETER;
            return;
        }
        var name = Names.normalised(line.substring(start, position));
        var list = new ArrayList<String>(1);
        do {
            position++;
            list.add(ParameterText.decode(value()));
            if (++values > mostParameters) {
                refusal = Refusal.TOO_MANY_PARAMETERS;
            }
        } while (refusal == null && at(','));
        if (refusal == null) {
            parameters.add(new Parameter(name, list));
        }
    }

    private String value() {
        return at('"') ? quoted() : unquoted();
    }

    private String quoted() {
        int close = line.indexOf('"', position + 1);
        if (close < 0) {
            refusal = Refusal.BAD_PARAMETER;
            return "";
        }
        var value = line.substring(position + 1, close);
        position = close + 1;
        return value;
    }

    private String unquoted() {
        int start = position;
        while (position < line.length() && !at(',') && !at(';') && !at(':')) {
            if (at('"')) {
                refusal = Refusal.BAD_PARAMETER;
                return "";
            }
            position++;
        }
        return line.substring(start, position);
    }

    private boolean at(char expected) {
        return position < line.length() && line.charAt(position) == expected;
    }
}
