package org.roomnight.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes dates and times by RFC 5545 §3.3.4 and §3.3.5 that a program wrote otherwise: as ISO 8601 has them, without their
 * seconds, with an offset, in lower case. What is no date stays as it is, for {@link DateValues} to refuse.
 */
final class LooseDates {
    private static final Pattern STANDARD = Pattern.compile("\\d{8}(?:T\\d{6}Z?)?");

    /** Year, month, day, hour, minute and second; then Z or an offset. */
    private static final Pattern LOOSE = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)"
            + "(?:[Tt ](\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d+)?)?)?)?"
            + "(?: ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?))?");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Places at which the value is looked for after a name of a zone that has colons. */
    static final int MOST_COLONS = 3;

    private final @Nullable ZoneRules rules;

    /** Whether a time with an offset was found to be a local time of the zone. */
    private boolean local;

    /** @param rules of the zone in which local times are; null where all are in UTC */
    private LooseDates(@Nullable ZoneRules rules) {
        this.rules = rules;
    }

    /**
     * The line itself where it is by the standard.
     *
     * @param property the zone of times that name none, or one that nobody knows
     */
    static Property inZone(Property line, ZoneId property) {
        var named = withWholeZone(line);
        var tzid = named.parameter("TZID").filter(name -> !name.isBlank());
        var known = tzid.flatMap(TimeZones::meant).orElse(property).getRules();
        var dates = new LooseDates(named.zone() == null ? known : named.zone());
        var value = dates.list(named.value());
        return value.equals(named.value())
                ? named
                : new Property(named.name(), dates.parameters(named, value, tzid, property), value);
    }

    /** The same of a line whose value is a moment, such as DTSTAMP; no night depends on it, and it has no zone. */
    static Property inUtc(Property line) {
        var value = new LooseDates(null).one(line.value());
        var moment =
                STANDARD.matcher(value).matches() && value.contains("T") && !value.endsWith("Z") ? value + "Z" : value;
        return moment.equals(line.value()) ? line : new Property(line.name(), moment);
    }

    /** The value of UNTIL. */
    static String until(String text) {
        return new LooseDates(null).one(text);
    }

    /** A name of a zone with a comma or a colon is quoted (RFC 5545 §3.2); one that is not was cut there. */
    private static Property withWholeZone(Property line) {
        var cut = line.parameters().stream()
                .filter(one -> one.name().equals("TZID"))
                .findFirst();
        if (cut.isEmpty()) {
            return line;
        }
        var value = line.value();
        int from = 0;
        for (int i = 0; i < MOST_COLONS && from >= 0 && !begins(value, from); i++) {
            from = value.indexOf(':', from) + 1 == 0 ? -1 : value.indexOf(':', from) + 1;
        }
        var name = String.join(",", cut.get().values());
        boolean found = from > 0 && begins(value, from);
        if (found) {
            name += ":" + value.substring(0, from - 1).split(";", 2)[0];
        }
        if (!found && cut.get().values().size() == 1) {
            return line;
        }
        var parameters = new ArrayList<>(line.parameters());
        parameters.set(parameters.indexOf(cut.get()), new Parameter("TZID", name));
        return new Property(line.name(), parameters, found ? value.substring(from) : value);
    }

    private static boolean begins(String value, int from) {
        return LOOSE.matcher(value.substring(from).split("[,/]", 2)[0].strip()).matches();
    }

    private String list(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(this::member)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(","));
    }

    private String member(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return one(text);
        }
        var end = text.substring(slash + 1);
        var lasting = CalendarDuration.standard(end);
        return one(text.substring(0, slash)) + "/" + (lasting.isPresent() ? lasting.get() : one(end));
    }

    private String one(String written) {
        var text = written.strip();
        var loose = LOOSE.matcher(text);
        if (STANDARD.matcher(text).matches() || !loose.matches()) {
            return text;
        }
        var day = loose.group(1) + loose.group(2) + loose.group(3);
        if (loose.group(4) == null) {
            return day;
        }
        var time = day + "T" + loose.group(4) + group(loose, 5) + group(loose, 6);
        var shift = loose.group(7);
        if (shift == null || shift.equalsIgnoreCase("Z")) {
            return shift == null ? time : time + "Z";
        }
        return shifted(time, shift).orElse(text);
    }

    private static String group(Matcher loose, int number) {
        return Optional.ofNullable(loose.group(number)).orElse("00");
    }

    /** A series goes on by the clocks of a place: a time with the offset that the zone has then is a time of the zone. */
    private Optional<String> shifted(String time, String shift) {
        try {
            var at = LocalDateTime.parse(time, LOCAL);
            var offset = ZoneOffset.of(shift);
            if (rules != null && rules.isValidOffset(at, offset)) {
                local = true;
                return Optional.of(time);
            }
            return Optional.of(
                    at.atOffset(offset).withOffsetSameInstant(ZoneOffset.UTC).format(LOCAL) + "Z");
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private List<Parameter> parameters(Property line, String value, Optional<String> tzid, ZoneId property) {
        var parameters = new ArrayList<>(line.parameters());
        if (!value.contains("/")) {
            parameters.removeIf(one -> one.name().equals("VALUE"));
            if (!value.contains("T")) {
                parameters.addFirst(new Parameter("VALUE", "DATE"));
            }
        }
        if (Arrays.stream(value.split(",")).allMatch(one -> one.endsWith("Z"))) {
            parameters.removeIf(one -> one.name().equals("TZID"));
        } else if (local && tzid.isEmpty()) {
            parameters.add(new Parameter("TZID", property.getId()));
        }
        return parameters;
    }
}
