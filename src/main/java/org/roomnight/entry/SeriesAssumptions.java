package org.roomnight.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.ical.Component;
import org.roomnight.ical.DateValue;
import org.roomnight.ical.DateValues;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Property;
import org.roomnight.ical.RecurrenceRange;

/** The part of {@link EntryAssumptions} that is about recurrence. */
final class SeriesAssumptions {

    private final List<Component> events;
    private final Sink sink;

    SeriesAssumptions(List<Component> events, Sink sink) {
        this.events = events;
        this.sink = sink;
    }

    /** Takes one assumption. */
    interface Sink {
        void add(String pointer, @Nullable String sent, @Nullable String stored, String detail);
    }

    void find(List<Component> strays) {
        Optional<Component> master = events.stream()
                .filter(event -> event.property("RECURRENCE-ID").isEmpty())
                .findFirst();
        master.ifPresent(this::ofMaster);
        events.stream()
                .filter(RecurrenceRange::thisAndFuture)
                .forEach(event -> add(
                        event,
                        "RECURRENCE-ID",
                        "It counts for what follows, too: from there on the nights of the series and those of the"
                                + " change were taken."));
        strays.forEach(event -> add(
                event,
                "RECURRENCE-ID",
                "The series has no such occurrence, or excludes it; its nights were taken all the same."));
    }

    private void add(Component event, String line, String detail) {
        event.property(line).ifPresent(found -> sink.add("/VEVENT/" + line, found.value(), null, detail));
    }

    private void ofMaster(Component master) {
        DateValues.find(master, "DTSTART").ifPresent(start -> {
            rules(master, start);
            dates(master, start);
            events.forEach(event -> recurrenceId(event, start));
        });
        add(master, "EXRULE", "A rule that excludes days is of an older standard; it frees no night.");
    }

    private void rules(Component master, DateValue start) {
        List<Property> rules = master.properties("RRULE");
        if (rules.size() > 1) {
            String all = String.join(" ", rules.stream().map(Property::value).toList());
            sink.add("/VEVENT/RRULE", all, null, "It has several rules; the nights of each were taken.");
        }
        for (Property rule : rules) {
            if (!EventSeries.asStandard(rule)) {
                sink.add(
                        "/VEVENT/RRULE",
                        rule.value(),
                        null,
                        "The rule is not written as its standard has it; as many nights as it may mean were taken.");
            }
            until(rule)
                    .filter(until -> !fits(until, start))
                    .ifPresent(until -> sink.add("/VEVENT/RRULE", rule.value(), null, sentence(until, start)));
        }
    }

    private static Optional<DateValue> until(Property rule) {
        return Arrays.stream(rule.value().toUpperCase(Locale.ROOT).split(";"))
                .map(String::strip)
                .filter(part -> part.startsWith("UNTIL="))
                .findFirst()
                .flatMap(part -> read(part.substring("UNTIL=".length())));
    }

    private static Optional<DateValue> read(String text) {
        return DateValues.parse(new Property("UNTIL", text)) instanceof Parsed.Value<DateValue>(DateValue value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** RFC 5545 §3.3.10: a date with dates, else a time in UTC, but for floating times. */
    private static boolean fits(DateValue until, DateValue start) {
        return switch (start) {
            case DateValue.AllDay _ -> until.allDay();
            case DateValue.Floating _ -> until instanceof DateValue.Floating;
            case DateValue.Utc _, DateValue.Zoned _ -> until instanceof DateValue.Utc;
        };
    }

    private static String sentence(DateValue until, DateValue start) {
        if (until.allDay()) {
            return "Its end is a date, and what repeats has a time: it was followed through that day.";
        }
        return start.allDay()
                ? "Its end has a time, and what repeats is a date: it was followed through that day."
                : "Its end is in another time zone than its standard has it; it was read as it is written.";
    }

    private void dates(Component master, DateValue start) {
        for (Property line : master.properties("RDATE")) {
            if (line.value().indexOf('/') >= 0) {
                sink.add("/VEVENT/RDATE", line.value(), null, "The nights of each period were taken.");
            } else if (otherType(line, start)) {
                sink.add("/VEVENT/RDATE", line.value(), null, "Dates and times are mixed; each begins on its day.");
            }
        }
        for (Property line : master.properties("EXDATE")) {
            if (otherType(line, start)) {
                String detail = "Dates and times are mixed; what begins on a day that is excluded was left out.";
                sink.add("/VEVENT/EXDATE", line.value(), null, detail);
            }
        }
    }

    private static boolean otherType(Property line, DateValue start) {
        return DateValues.parseList(line) instanceof Parsed.Value<List<DateValue>>(List<DateValue> values)
                && values.stream().anyMatch(value -> value.allDay() != start.allDay());
    }

    private void recurrenceId(Component event, DateValue start) {
        DateValues.find(event, "RECURRENCE-ID")
                .filter(id -> id.allDay() != start.allDay())
                .ifPresent(_ -> add(
                        event,
                        "RECURRENCE-ID",
                        start.allDay()
                                ? "Dates and times are mixed; it stands for its day."
                                : "Dates and times are mixed; its nights were taken, and those of the series too."));
    }
}
