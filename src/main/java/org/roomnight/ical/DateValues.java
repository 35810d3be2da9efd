package org.roomnight.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads DATE and DATE-TIME values (RFC 5545 §3.3.4, §3.3.5).
 *
 * <p>Impossible dates and times are refused; the leap second {@code :60} is read as {@code :59}. Which years are sensible
 * is the caller's business.
 */
public final class DateValues {
    private static final int DATE_LENGTH = 8;
    private static final int TIME_LENGTH = DATE_LENGTH + 7;

    private DateValues() {}

    /** The one date of a property such as DTSTART. What it looks like counts, not what VALUE says of it. */
    public static Parsed<DateValue> parse(Property property) {
        return parse(property, property.value());
    }

    /** The date of a property; empty where it cannot be read. */
    public static Optional<DateValue> find(Property property) {
        return parse(property) instanceof Parsed.Value<DateValue>(var date) ? Optional.of(date) : Optional.empty();
    }

    /** The date of the first property of a name; empty where there is none that can be read. */
    public static Optional<DateValue> find(Component component, String name) {
        return component.property(name).flatMap(DateValues::find);
    }

    /** The dates of a property with a list, such as EXDATE; places that are left empty are none. */
    public static Parsed<List<DateValue>> parseList(Property property) {
        var dates = new ArrayList<DateValue>();
        for (var text : property.value().split(",", -1)) {
            if (text.isBlank()) {
                continue;
            }
            switch (parse(property, text)) {
                case Parsed.Value<DateValue>(var date) -> dates.add(date);
                case Parsed.Bad<DateValue>(var sentence) -> {
                    return new Parsed.Bad<>(sentence);
                }
            }
        }
        return new Parsed.Value<>(List.copyOf(dates));
    }

    static Parsed<DateValue> parse(Property property, String written) {
        var text = written.strip();
        try {
            return text.length() == DATE_LENGTH ? day(property, text) : time(property, text);
        } catch (DateTimeException _) {
            return new Parsed.Bad<>(property.name() + " is a date or time that does not exist.");
        }
    }

    private static Parsed<DateValue> day(Property property, String text) {
        if (!digits(text, 0, DATE_LENGTH)) {
            return bad(property);
        }
        return new Parsed.Value<>(new DateValue.AllDay(date(text)));
    }

    private static Parsed<DateValue> time(Property property, String text) {
        boolean utc = text.endsWith("Z") || text.endsWith("z");
        boolean shaped = text.length() == TIME_LENGTH + (utc ? 1 : 0)
                && digits(text, 0, DATE_LENGTH)
                && (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == 't')
                && digits(text, DATE_LENGTH + 1, TIME_LENGTH);
        if (!shaped) {
            return bad(property);
        }
        int second = number(text, 13, 15);
        var time = date(text).atTime(number(text, 9, 11), number(text, 11, 13), second == 60 ? 59 : second);
        return new Parsed.Value<>(utc ? new DateValue.Utc(time.toInstant(ZoneOffset.UTC)) : local(property, time));
    }

    private static DateValue local(Property property, LocalDateTime time) {
        return property.parameter("TZID")
                .filter(tzid -> !tzid.isBlank())
                .<DateValue>map(tzid -> new DateValue.Zoned(time, tzid, rules(property, tzid)))
                .orElseGet(() -> new DateValue.Floating(time));
    }

    private static @Nullable ZoneRules rules(Property property, String tzid) {
        return property.zone() != null
                ? property.zone()
                : TimeZones.meant(tzid).map(ZoneId::getRules).orElse(null);
    }

    private static Parsed<DateValue> bad(Property property) {
        return new Parsed.Bad<>(property.name() + " is neither a date nor a date with a time.");
    }

    private static LocalDate date(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** ASCII digits only: Integer would take those of every script. */
    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
