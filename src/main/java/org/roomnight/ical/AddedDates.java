package org.roomnight.ical;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads RDATE: dates, and periods with an end of their own (RFC 5545 §3.8.5.2). */
final class AddedDates {
    /** What of the master a period does not have. */
    private static final Set<String> OF_MASTER = Set.of("DTSTART", "DTEND", "DURATION");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final Component master;
    private final ZoneId property;
    private final List<DateValue> dates = new ArrayList<>();
    private final List<EventSeries.Overriding> periods = new ArrayList<>();

    AddedDates(Component master, ZoneId property) {
        this.master = master;
        this.property = property;
    }

    record Found(List<DateValue> dates, List<EventSeries.Overriding> periods) {}

    Parsed<Found> read() {
        for (var line : master.properties("RDATE")) {
            for (var text : line.value().split(",", -1)) {
                if (!text.isBlank() && read(line, text.strip()) instanceof Parsed.Bad<DateValue>(var sentence)) {
                    return new Parsed.Bad<>(sentence);
                }
            }
        }
        return new Parsed.Value<>(new Found(dates, periods));
    }

    private Parsed<DateValue> read(Property line, String text) {
        int slash = text.indexOf('/');
        var start = DateValues.parse(line, slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return start.then(date -> {
                dates.add(date);
                return start;
            });
        }
        return start.then(from -> end(line, from, text.substring(slash + 1)).then(to -> {
            add(from, to, line);
            return start;
        }));
    }

    private Parsed<DateValue> end(Property line, DateValue start, String text) {
        return text.strip().matches("[+-]?[Pp].*")
                ? CalendarDuration.parse(text).then(lasting -> new Parsed.Value<>(lasting.after(start, property)))
                : DateValues.parse(line, text);
    }

    /** A period that ends before it begins says no more than its start. */
    private void add(DateValue start, DateValue end, Property line) {
        if (start.allDay() != end.allDay() || !end.in(property).isAfter(start.in(property))) {
            dates.add(start);
            return;
        }
        var lines = new ArrayList<Property>();
        master.properties().stream()
                .filter(one -> !OF_MASTER.contains(one.name()))
                .forEach(lines::add);
        lines.add(written("DTSTART", start, line));
        lines.add(written("DTEND", end, line));
        periods.add(new EventSeries.Overriding(new Component(master.name(), lines, master.components()), start));
    }

    private static Property written(String name, DateValue value, Property line) {
        String time = TIME.format(value.asWritten());
        return switch (value) {
            case DateValue.AllDay(var date) ->
                new Property(
                        name, List.of(new Parameter("VALUE", "DATE")), DateTimeFormatter.BASIC_ISO_DATE.format(date));
            case DateValue.Floating _ -> new Property(name, time);
            case DateValue.Utc _ -> new Property(name, time + "Z");
            case DateValue.Zoned zoned ->
                new Property(name, List.of(new Parameter("TZID", zoned.tzid())), time, line.zone());
        };
    }

    static DateValue end(EventSeries.Overriding period) {
        return switch (DateValues.parse(period.event().property("DTEND").orElseThrow())) {
            case Parsed.Value<DateValue>(var end) -> end;
            case Parsed.Bad<DateValue>(var sentence) -> throw new IllegalStateException(sentence);
        };
    }
}
