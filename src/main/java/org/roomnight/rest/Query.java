package org.roomnight.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.Uuids;

/** The query parameters of a request, each at most once and all known to the call. */
record Query(Map<String, String> parameters) {

    /** Most parameters that are looked at; no call knows more than five. */
    static final int MAX_PARAMETERS = 20;

    /** Largest page. */
    static final int MAX_SIZE = 200;

    private static final int DEFAULT_SIZE = 50;

    /** Method override belongs to other frameworks; here it has no effect. */
    private static final String METHOD_OVERRIDE = "_method";

    Query {
        parameters = Map.copyOf(parameters);
    }

    static Query parse(@Nullable String query, Set<String> known) {
        if (query == null || query.isEmpty()) {
            return new Query(Map.of());
        }
        String[] parts = query.split("&", MAX_PARAMETERS + 1);
        if (parts.length > MAX_PARAMETERS) {
            throw Refusals.badParameter("The address has more than %d parameters.".formatted(MAX_PARAMETERS));
        }
        Map<String, String> found = new HashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            boolean twice = found.put(name, value) != null;
            if (twice || !(known.contains(name) || name.equals(METHOD_OVERRIDE))) {
                throw Refusals.badParameter("A parameter is unknown or was given twice. This call knows: %s."
                        .formatted(known.isEmpty() ? "none" : String.join(", ", new java.util.TreeSet<>(known))));
            }
        }
        return new Query(found);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Refusals.badParameter("A percent sign in the address is not followed by two hexadecimal digits.");
        }
    }

    @Nullable
    LocalDate date(String name) {
        String text = parameters.get(name);
        if (text == null) {
            return null;
        }
        return Dates.parse(text)
                .filter(date -> !date.isBefore(StayDates.EARLIEST) && !date.isAfter(StayDates.LATEST))
                .orElseThrow(() -> Refusals.badParameter("%s must be a date from %s to %s, as YYYY-MM-DD."
                        .formatted(name, StayDates.EARLIEST, StayDates.LATEST)));
    }

    /** The first night of a list that may be cut to some, the earliest there is unless said. */
    LocalDate from() {
        LocalDate date = date("startDate");
        return date == null ? StayDates.EARLIEST : date;
    }

    /** The day after the last night of such a list. */
    LocalDate to() {
        LocalDate date = date("endDate");
        LocalDate to = date == null ? StayDates.LATEST : date;
        if (!from().isBefore(to)) {
            throw Refusals.badParameter("endDate is the day after the last night, so that it is after startDate.");
        }
        return to;
    }

    @Nullable
    UUID uuid(String name) {
        String text = parameters.get(name);
        return text == null
                ? null
                : Uuids.parse(text).orElseThrow(() -> Refusals.badParameter("%s must be a UUID.".formatted(name)));
    }

    int size() {
        return integer("size", 1, MAX_SIZE, DEFAULT_SIZE);
    }

    int integer(String name, int min, int max, int usual) {
        String text = parameters.getOrDefault(name, Integer.toString(usual));
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            throw Refusals.badParameter("%s must be a whole number from %d to %d.".formatted(name, min, max));
        }
        return number;
    }

    @Nullable
    String cursor() {
        return parameters.get("cursor");
    }

    /** What a cursor is bound to: everything that chooses the entries of a list, but not where a page begins or ends. */
    String filters() {
        Map<String, String> filters = new TreeMap<>(parameters);
        filters.keySet().removeAll(Set.of("cursor", "size", "pageNumber", "maxResults", METHOD_OVERRIDE));
        return filters.toString();
    }
}
