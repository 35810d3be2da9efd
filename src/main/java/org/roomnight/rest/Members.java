package org.roomnight.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Amounts;
import org.roomnight.http.FieldError;
import org.roomnight.kernel.Uuids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of a JSON object one by one and notes each broken rule with its pointer. Nothing is converted:
 * {@code "3"} is no number. What was read counts only after {@link #refuseIfBroken}; until then a member that broke a
 * rule reads as if it were absent.
 */
final class Members {

    /** Most broken rules that one answer names; who breaks more has another problem. */
    static final int MAX_ERRORS = 50;

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    private final ObjectNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();

    private Members(ObjectNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    static Members of(ObjectNode object) {
        return new Members(object, "", new ArrayList<>());
    }

    /** Whether the member is there at all, be it as null. */
    boolean says(String name) {
        return object.has(name);
    }

    boolean has(String name) {
        return value(name) != null;
    }

    void broken(String name, String sentence) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(pointer + "/" + name, sentence));
        }
    }

    @Nullable
    String line(String name, int max) {
        return text(name, max, "");
    }

    /** May have tabs and line breaks. */
    @Nullable
    String lines(String name, int max) {
        return text(name, max, "\t\r\n");
    }

    /** Noted as broken when it is missing or blank; the empty text stands for it until then. */
    String requiredLine(String name, int max) {
        String text = line(name, max);
        if (text == null || text.isBlank()) {
            missing(name, "a text that is not blank");
            return "";
        }
        return text;
    }

    private @Nullable String text(String name, int max, String controls) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            broken(name, "must be a text");
            return null;
        }
        String text = value.stringValue();
        if (text.length() > max) {
            broken(name, "must have at most %d characters".formatted(max));
            return null;
        }
        if (text.chars().anyMatch(c -> (c < ' ' || c == 0x7F) && controls.indexOf(c) < 0)) {
            broken(name, "must have no control characters");
            return null;
        }
        return text;
    }

    /** A value that must be there, and, where it is, must be something else; unless more was wrong with it already. */
    void missing(String name, String what) {
        if (errors.stream().noneMatch(error -> error.pointer().equals(pointer + "/" + name))) {
            broken(name, (has(name) ? "must be " : "is required: ") + what);
        }
    }

    @Nullable
    Integer integer(String name, int min, int max) {
        Long value = integer(name, (long) min, max);
        return value == null ? null : Math.toIntExact(value);
    }

    @Nullable
    Long integer(String name, long min, long max) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        OptionalLong read = value.isNumber() ? WholeNumbers.read(value.decimalValue()) : OptionalLong.empty();
        if (read.isEmpty() || read.getAsLong() < min || read.getAsLong() > max) {
            broken(name, "must be a whole number from %d to %d".formatted(min, max));
            return null;
        }
        return read.getAsLong();
    }

    @Nullable
    BigDecimal amount(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && Amounts.fits(value.decimalValue())) {
            BigDecimal amount = value.decimalValue();
            return amount.scale() < 0 ? amount.setScale(0) : amount;
        }
        broken(name, Amounts.RULE);
        return null;
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            broken(name, "must be true or false");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    @Nullable
    LocalDate date(String name) {
        String text = line(name, 200);
        Optional<LocalDate> date = text == null ? Optional.empty() : Dates.parse(text);
        if (text != null && date.isEmpty()) {
            broken(name, "must be a date that exists, as YYYY-MM-DD");
        }
        return date.orElse(null);
    }

    /** A moment in whole milliseconds. */
    @Nullable
    Instant moment(String name) {
        String text = line(name, 200);
        if (text == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (inRange(moment)) {
                return moment;
            }
        } catch (DateTimeParseException _) {
            // Refused below like a moment out of range.
        }
        broken(name, "must be a moment with its offset, such as 2027-02-01T09:30:00Z");
        return null;
    }

    static boolean inRange(Instant moment) {
        return !moment.isBefore(EARLIEST) && moment.isBefore(LATEST);
    }

    @Nullable
    UUID uuid(String name) {
        String text = line(name, 200);
        Optional<UUID> uuid = text == null ? Optional.empty() : Uuids.parse(text);
        if (text != null && uuid.isEmpty()) {
            broken(name, "must be a UUID");
        }
        return uuid.orElse(null);
    }

    /** An identifier that the address says too: it may be left out, but not differ. */
    void sameAs(String name, UUID expected) {
        UUID said = uuid(name);
        if (said != null && !said.equals(expected)) {
            broken(name, "must be what the address says, or be left out");
        }
    }

    /** The objects of an array, each to be read by itself; noted as broken when there are none or too many. */
    List<Members> objects(String name, int max) {
        JsonNode value = value(name);
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > max) {
            broken(name, "must be an array of 1 to %d objects".formatted(max));
            return List.of();
        }
        List<Members> found = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String at = pointer + "/" + name + "/" + i;
            if (value.get(i) instanceof ObjectNode one) {
                found.add(new Members(one, at, errors));
            } else {
                broken(name + "/" + i, "must be an object");
            }
        }
        return found;
    }

    /** The texts of an array; null when it is absent. */
    @Nullable
    List<String> lineList(String name, int maxSize, int maxLength) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray() || value.size() > maxSize) {
            broken(name, "must be an array of at most %d texts".formatted(maxSize));
            return null;
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode one = value.get(i);
            String text = one.isString() ? one.stringValue() : "";
            if (text.isBlank() || text.length() > maxLength || text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
                broken(name + "/" + i, "must be a text of 1 to %d characters".formatted(maxLength));
            }
            found.add(text);
        }
        return found;
    }

    /** Lets a member be there that an answer has and that the server alone decides. */
    void ignored(String... names) {
        known.addAll(List.of(names));
    }

    void refuseUnknown() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                broken(name.replace("~", "~0").replace("/", "~1"), "is not known here");
            }
        }
    }

    /** Answers 422 with every broken rule. */
    void refuseIfBroken() {
        if (!errors.isEmpty()) {
            throw Refusals.rulesBroken(errors);
        }
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
