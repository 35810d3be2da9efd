package org.roomnight.davxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filter grammar of calendar-query (RFC 4791 §9.7); names are in upper case. */
public final class Filter {

    private Filter() {}

    /** A component that is there, or is not, with what it has to have: all of the conditions. */
    public record CompFilter(
            String name,
            boolean isNotDefined,
            @Nullable TimeRange timeRange,
            List<PropFilter> properties,
            List<CompFilter> components) {
        public CompFilter {
            properties = List.copyOf(properties);
            components = List.copyOf(components);
        }
    }

    /** A property of a component; at most one of time range and text. */
    public record PropFilter(
            String name,
            boolean isNotDefined,
            @Nullable TimeRange timeRange,
            @Nullable TextMatch text,
            List<ParamFilter> parameters) {
        public PropFilter {
            parameters = List.copyOf(parameters);
        }
    }

    public record ParamFilter(
            String name, boolean isNotDefined, @Nullable TextMatch text) {}

    /** A part of a value; {@code negated} turns the answer round. */
    public record TextMatch(String text, Collation collation, boolean negated) {}

    /** How text is compared (RFC 4790). */
    public enum Collation {
        /** Letters of ASCII are alike in both cases. */
        ASCII_CASEMAP("i;ascii-casemap"),
        OCTET("i;octet"),
        /** Letters of all scripts are alike in both cases (RFC 5051). */
        UNICODE_CASEMAP("i;unicode-casemap");

        private final String identifier;

        Collation(String identifier) {
            this.identifier = identifier;
        }

        public String identifier() {
            return identifier;
        }
    }
}
