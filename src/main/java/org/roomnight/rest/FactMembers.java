package org.roomnight.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.Amounts;
import org.roomnight.booking.CurrencyCode;
import org.roomnight.http.FieldError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of a JSON object that states a fact. What can be repaired is, with a warning; only what the nights
 * depend on is noted as broken (rule 10). {@link Members} is its strict sister.
 */
final class FactMembers {

    /** Longest text that a warning shows, in characters. */
    private static final int MAX_SHOWN = 200;

    private static final String EXPECTED_NUMBER = "A number was expected.";

    private final ObjectNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final List<Warning> warnings;

    private FactMembers(ObjectNode object, String pointer, List<FieldError> errors, List<Warning> warnings) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
        this.warnings = warnings;
    }

    static FactMembers of(ObjectNode object) {
        return new FactMembers(object, "", new ArrayList<>(), new ArrayList<>());
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    void broken(String name, String sentence) {
        if (errors.size() < Members.MAX_ERRORS) {
            errors.add(new FieldError(pointer + "/" + name, sentence));
        }
    }

    private void missing(String name, String what) {
        broken(name, "is required: " + what);
    }

    void refuseIfBroken() {
        if (!errors.isEmpty()) {
            throw Refusals.rulesBroken(errors);
        }
    }

    /** Where nothing depends on what was broken: it is only a warning. Answers whether there was any. */
    boolean forgive() {
        errors.forEach(error -> note(new Warning(error.pointer(), null, null, "Not taken: " + error.detail() + ".")));
        boolean any = !errors.isEmpty();
        errors.clear();
        return any;
    }

    /** Noted, with the value that was sent. {@code stored} is a text, a number or null. */
    void warn(String name, @Nullable Object stored, String detail) {
        JsonNode sent = object.get(name);
        note(new Warning(pointer + "/" + name, sent == null ? null : shown(sent), shown(stored), detail));
    }

    /** Of one member the last word counts, which says what is stored. */
    private void note(Warning warning) {
        warnings.removeIf(earlier -> earlier.pointer().equals(warning.pointer()));
        if (warnings.size() < Warning.MAX) {
            warnings.add(warning);
        }
    }

    private static @Nullable JsonNode shown(@Nullable Object stored) {
        return stored == null ? null : shown(JsonText.MAPPER.<JsonNode>valueToTree(stored));
    }

    /** A number of which only the exponent is large is shown as a text: written out it would fill the memory. */
    private static JsonNode shown(JsonNode value) {
        if (value.isContainer()) {
            return JsonNodeFactory.instance.stringNode(value.isArray() ? "[…]" : "{…}");
        }
        if (value.isNumber() && Math.abs((long) value.decimalValue().scale()) > MAX_SHOWN) {
            return JsonNodeFactory.instance.stringNode(value.decimalValue().toString());
        }
        return value.isString() ? JsonNodeFactory.instance.stringNode(cut(value.stringValue(), MAX_SHOWN)) : value;
    }

    /** A text without line breaks. */
    @Nullable
    String line(String name, int max) {
        return text(name, max, "");
    }

    /** A text that may have tabs and line breaks. */
    @Nullable
    String lines(String name, int max) {
        return text(name, max, "\t\r\n");
    }

    private @Nullable String text(String name, int max, String controls) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isContainer() || (value.isNumber() && shown(value).isString())) {
            warn(name, null, "A text was expected.");
            return null;
        }
        String said = value.asString();
        StringBuilder clean = new StringBuilder(said);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if ((c < ' ' || c == 0x7F) && controls.indexOf(c) < 0) {
                clean.setCharAt(i, ' ');
            }
        }
        String stored = cut(clean.toString(), max);
        if (!value.isString()) {
            warn(name, stored, "A text was expected.");
        } else if (!clean.toString().equals(said)) {
            warn(name, stored, "It had control characters.");
        } else if (!stored.equals(said)) {
            warn(name, stored, "It was longer than %d characters.".formatted(max));
        }
        return stored;
    }

    /** At most so many characters, and no half of a surrogate pair. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /** A whole number, also as a text, cut to the range; the usual one where there is none or it cannot be read. */
    int integer(String name, int min, int max, int usual) {
        if (value(name) == null) {
            return usual;
        }
        OptionalLong read = whole(name);
        if (read.isEmpty()) {
            warn(name, usual, "A whole number was expected.");
            return usual;
        }
        int stored = Math.clamp(read.getAsLong(), min, max);
        if (stored != read.getAsLong()) {
            warn(name, stored, "It must be from %d to %d.".formatted(min, max));
        } else {
            warnOfText(name, stored);
        }
        return stored;
    }

    /** The whole number of a member that the nights depend on; 1 where it is absent, or noted as broken. */
    int quantity(String name, int max) {
        if (value(name) == null) {
            return 1;
        }
        OptionalLong read = whole(name);
        if (read.isEmpty() || read.getAsLong() < 1 || read.getAsLong() > max) {
            broken(name, "must be a whole number from 1 to %d".formatted(max));
            return 1;
        }
        warnOfText(name, read.getAsLong());
        return Math.toIntExact(read.getAsLong());
    }

    @Nullable
    Long version(String name) {
        if (value(name) == null) {
            return null;
        }
        OptionalLong read = whole(name);
        if (read.isEmpty() || read.getAsLong() < 0) {
            warn(name, null, "A whole number that is not negative was expected.");
            return null;
        }
        warnOfText(name, read.getAsLong());
        return read.getAsLong();
    }

    private void warnOfText(String name, long stored) {
        if (object.get(name).isString()) {
            warn(name, stored, EXPECTED_NUMBER);
        }
    }

    private OptionalLong whole(String name) {
        return number(name).map(WholeNumbers::read).orElse(OptionalLong.empty());
    }

    private Optional<BigDecimal> number(String name) {
        JsonNode value = object.get(name);
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        String text = value.isString() ? value.stringValue().strip() : "";
        try {
            return text.length() > JsonText.MAX_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** An amount of money, rounded to the digits of its currency, or to what any has. */
    @Nullable
    BigDecimal amount(String name, @Nullable CurrencyCode currency) {
        if (value(name) == null) {
            return null;
        }
        Optional<BigDecimal> read = number(name);
        if (read.isEmpty() || !Amounts.bounded(read.get())) {
            warn(name, null, read.isEmpty() ? EXPECTED_NUMBER : "It is larger than any price.");
            return null;
        }
        BigDecimal said = read.get();
        BigDecimal stored = Amounts.rounded(said, currency == null ? Amounts.MAX_DECIMALS : currency.digits());
        if (stored.compareTo(said) != 0) {
            warn(name, stored, "It is finer than the currency and was rounded.");
        } else if (object.get(name).isString()) {
            warn(name, stored, EXPECTED_NUMBER);
        }
        return stored;
    }

    /** Null where there is none, or nobody pays in it. */
    @Nullable
    CurrencyCode currency(String name) {
        String said = line(name, MAX_SHOWN);
        if (said == null) {
            return null;
        }
        Optional<CurrencyCode> found = CurrencyCode.parse(said.strip().toUpperCase(Locale.ROOT));
        if (found.isEmpty()) {
            warn(name, null, "There is no such currency (ISO 4217).");
        } else if (!found.get().code().equals(said)) {
            warn(name, found.get().code(), "Currencies have three capital letters (ISO 4217).");
        }
        return found.orElse(null);
    }

    /** True or false, also as a text or as 1 and 0; false where it cannot be read, for then the nights stay taken. */
    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null || value.isBoolean()) {
            return value != null && value.booleanValue();
        }
        String text = value.isContainer() ? "" : cut(shown(value).asString().strip(), MAX_SHOWN);
        boolean stored = text.equalsIgnoreCase("true") || text.equals("1");
        warn(name, stored, "True or false was expected.");
        return stored;
    }

    /** A moment; one without offset is UTC. */
    @Nullable
    Instant moment(String name) {
        String said = line(name, MAX_SHOWN);
        if (said == null) {
            return null;
        }
        String text = said.strip().replaceFirst("(?<=\\d) (?=\\d)", "T").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        Optional<Instant> moment =
                read(() -> OffsetDateTime.parse(text).toInstant()).filter(Members::inRange);
        if (moment.isPresent()) {
            return moment.get();
        }
        Optional<Instant> utc = read(() -> LocalDateTime.parse(text))
                .or(() -> Dates.parse(text).map(LocalDate::atStartOfDay))
                .map(local -> local.toInstant(ZoneOffset.UTC))
                .filter(Members::inRange);
        warn(
                name,
                utc.map(Instant::toString).orElse(null),
                utc.isPresent()
                        ? "It has no offset; UTC was taken."
                        : "A moment such as 2027-02-01T09:30:00Z was expected.");
        return utc.orElse(null);
    }

    /** A date that the nights depend on. One with a time counts where it is local or midnight; nothing shifts it. */
    Optional<LocalDate> date(String name, String what) {
        JsonNode value = value(name);
        if (value == null) {
            missing(name, what);
            return Optional.empty();
        }
        String text = value.isString() ? value.stringValue().strip() : "";
        Optional<LocalDate> date = Dates.parse(text);
        if (date.isPresent()) {
            return date;
        }
        Optional<LocalDate> timed = read(() -> LocalDateTime.parse(text))
                .or(() -> read(() -> OffsetDateTime.parse(text))
                        .filter(moment -> moment.toLocalTime().equals(LocalTime.MIDNIGHT))
                        .map(OffsetDateTime::toLocalDateTime))
                .map(LocalDateTime::toLocalDate);
        if (timed.isPresent()) {
            warn(name, timed.get().toString(), "A date without a time was expected.");
        } else {
            broken(name, "must be a date that exists, as YYYY-MM-DD");
        }
        return timed;
    }

    private static <T> Optional<T> read(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The objects of an array, each to be read by itself; noted as broken when there are none or too many. */
    List<FactMembers> objects(String name, int max) {
        JsonNode value = value(name);
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > max) {
            broken(name, "must be an array of 1 to %d objects".formatted(max));
            return List.of();
        }
        List<FactMembers> found = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof ObjectNode one) {
                found.add(new FactMembers(one, pointer + "/" + name + "/" + i, errors, warnings));
            } else {
                broken(name + "/" + i, "must be an object");
            }
        }
        return found;
    }

    boolean says(String name) {
        return value(name) != null;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
