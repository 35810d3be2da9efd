package org.roomnight.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.Names;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.Expansion;
import org.roomnight.ical.LineEnds;
import org.roomnight.ical.Occurrence;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Refusal;
import org.roomnight.ical.Strictness;
import org.roomnight.kernel.StayDates;

/** Reads the body of a PUT, and refuses what is no calendar object with the precondition that it breaks (RFC 4791 §5.3.2.1). */
final class StaffEntryReader {

    /** Attendees of one component, each of whom a program may write to. */
    static final int MAX_ATTENDEES = 200;

    /** Alarms of one component. */
    static final int MAX_ALARMS = 20;

    /** Longest UID, in octets of UTF-8. */
    static final int MAX_UID = 1_000;

    private static final Set<String> TAKEN = Set.of("VEVENT", "VTODO");
    private static final Set<String> KNOWN = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY");

    private final ZoneId zone;
    private final Horizon horizon;
    private final Instant now;

    /** {@code zone} is the property's. */
    StaffEntryReader(ZoneId zone, Horizon horizon, Instant now) {
        this.zone = zone;
        this.horizon = horizon;
        this.now = now;
    }

    StaffEntry read(byte[] body) {
        Component sent = switch (new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(body)) {
            case Read.Calendar(Component found, var _) -> found;
            case Read.Refused refused -> throw unreadable(refused);
        };
        checkScale(sent);
        Component calendar = SoundCalendar.of(sent, now);
        List<Component> parts = calendar.components().stream()
                .filter(part -> !part.name().equals("VTIMEZONE"))
                .toList();
        String kind = kind(parts);
        parts.forEach(part -> check(part, kind));
        String uid = uid(parts);
        Component main = parts.stream()
                .filter(part -> part.property("RECURRENCE-ID").isEmpty())
                .findFirst()
                .orElse(parts.getFirst());
        byte[] octets = calendar.equals(sent)
                ? LineEnds.normalised(body)
                : new ContentLineWriter().component(calendar).toByteArray();
        boolean asSent = Arrays.equals(octets, body);
        return kind.equals("VEVENT")
                ? event(uid, parts, main, octets, asSent)
                : new StaffEntry(uid, kind, LocalDate.EPOCH, CalendarObject.FOR_EVER, List.of(), main, octets, asSent);
    }

    private static Refused unreadable(Read.Refused refused) {
        String sentence = "%s (line %d)".formatted(refused.sentence(), refused.line());
        return refused.reason() == Refusal.TOO_LARGE
                ? Refused.forbidden(Names.caldav("max-resource-size"), sentence)
                : refused.reason() == Refusal.NOT_A_CALENDAR
                        ? Refused.forbidden(Names.caldav("supported-calendar-data"), sentence)
                        : invalidData(sentence);
    }

    static Refused invalidData(String sentence) {
        return Refused.forbidden(Names.caldav("valid-calendar-data"), sentence);
    }

    private static Refused invalidObject(String sentence) {
        return Refused.forbidden(Names.caldav("valid-calendar-object-resource"), sentence);
    }

    private static String kind(List<Component> parts) {
        Set<String> kinds = new HashSet<>();
        parts.forEach(part -> kinds.add(part.name()));
        if (kinds.size() != 1) {
            throw invalidObject("An entry has components of one kind, and at least one.");
        }
        String kind = kinds.iterator().next();
        if (!TAKEN.contains(kind)) {
            throw KNOWN.contains(kind)
                    ? Refused.forbidden(
                            Names.caldav("supported-calendar-component"), "This server takes events and tasks only.")
                    : invalidObject("An entry is an event or a task.");
        }
        return kind;
    }

    private static String uid(List<Component> parts) {
        Set<String> uids = new HashSet<>();
        for (Component part : parts) {
            List<String> found = part.properties("UID").stream()
                    .map(property -> property.text())
                    .toList();
            if (found.size() != 1 || found.getFirst().isBlank()) {
                throw invalidObject("Every component of an entry has one UID.");
            }
            uids.add(found.getFirst());
        }
        String uid = uids.iterator().next();
        if (uids.size() != 1) {
            throw invalidObject("All components of an entry have the same UID.");
        }
        if (uid.getBytes(StandardCharsets.UTF_8).length > MAX_UID || uid.chars().anyMatch(Character::isISOControl)) {
            throw invalidObject("A UID has at most %d octets and none that cannot be seen.".formatted(MAX_UID));
        }
        return uid;
    }

    private static void check(Component part, String kind) {
        if (part.properties("DTSTAMP").size() != 1) {
            throw invalidData("A component has one DTSTAMP.");
        }
        int starts = part.properties("DTSTART").size();
        if (starts > 1 || (starts == 0 && kind.equals("VEVENT"))) {
            throw invalidData("Every event has one DTSTART.");
        }
        if (part.properties("ATTENDEE").size() > MAX_ATTENDEES) {
            throw Refused.forbidden(
                    Names.caldav("max-attendees-per-instance"),
                    "An entry has at most %d attendees.".formatted(MAX_ATTENDEES));
        }
        if (part.components("VALARM").size() > MAX_ALARMS) {
            throw invalidData("An entry has at most %d alarms.".formatted(MAX_ALARMS));
        }
    }

    /** Other calendars count other days, and nights read by ours would be wrong ones (RFC 5545 §3.7.1, RFC 7529). */
    private static void checkScale(Component calendar) {
        boolean gregorian = calendar.properties("CALSCALE").stream()
                .allMatch(scale -> scale.value().strip().equalsIgnoreCase("GREGORIAN"));
        if (!gregorian) {
            throw invalidData("The dates of an entry are those of the Gregorian calendar.");
        }
    }

    private StaffEntry event(String uid, List<Component> parts, Component main, byte[] octets, boolean asSent) {
        List<EventSpan> spans =
                parts.stream().map(part -> EventSpan.of(part, zone)).toList();
        EventSeries series = switch (EventSeries.read(parts, zone, horizon.limits())) {
            case Parsed.Value<EventSeries>(EventSeries found) -> found;
            case Parsed.Bad<EventSeries>(String sentence) -> throw contradiction(main, sentence);
        };
        if (!series.recurring()) {
            EventSpan only = spans.getFirst();
            List<StayDates> nights = stays(nights(main, only, StayDates.EARLIEST, StayDates.LATEST));
            return new StaffEntry(uid, "VEVENT", only.firstDay(), only.lastDay(), nights, main, octets, asSent);
        }
        int longest = spans.stream().mapToInt(EventSpan::days).max().orElse(0);
        LocalDate before = horizon.from().minusDays(longest + 1L);
        Stream<LocalDate> nights = occurrences(series, before, horizon.until()).stream()
                .flatMap(one -> nights(
                        one.event(),
                        EventSpan.of(one.event(), zone).startingAt(one.start(), zone),
                        horizon.from(),
                        horizon.until()));
        LocalDate first = spans.stream()
                .map(EventSpan::firstDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return new StaffEntry(uid, "VEVENT", first, CalendarObject.FOR_EVER, stays(nights), main, octets, asSent);
    }

    /** A rule that is none is bad data; what goes wrong only with the overrides is a bad entry. */
    private Refused contradiction(Component main, String sentence) {
        boolean bad = EventSeries.read(List.of(main), zone, horizon.limits()) instanceof Parsed.Bad;
        return bad ? invalidData(sentence) : invalidObject(sentence);
    }

    private static List<Occurrence> occurrences(EventSeries series, LocalDate from, LocalDate until) {
        return switch (series.expand(from, until)) {
            case Expansion.OverBudget over -> throw Refused.forbidden(Names.caldav("max-instances"), over.sentence());
            case Expansion.Occurrences(List<Occurrence> found, List<Component> _) -> found;
        };
    }

    /** A cancelled event takes no nights; one that is marked as free does: phones mark all-day events so by default. */
    private static Stream<LocalDate> nights(Component event, EventSpan span, LocalDate from, LocalDate until) {
        boolean cancelled =
                event.text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent();
        return cancelled ? Stream.empty() : span.nights(from, until);
    }

    /** Nights joined where they follow each other, cut where a stay would be longer than it may be. */
    private static List<StayDates> stays(Stream<LocalDate> nights) {
        List<StayDates> stays = new ArrayList<>();
        List<LocalDate> run = new ArrayList<>();
        nights.distinct().sorted().forEach(night -> {
            run.add(night);
            if (run.size() == StayDates.MAX_NIGHTS) {
                stays.addAll(StayDates.join(run));
                run.clear();
            }
        });
        stays.addAll(StayDates.join(run));
        return stays;
    }

    /** Whole range that a start or an end may have; what is outside is a slip of the finger or an attack. */
    static void checkYear(LocalDateTime moment) {
        if (moment.getYear() < 1900) {
            throw Refused.forbidden(Names.caldav("min-date-time"), "The date is before 1900.");
        }
        if (moment.getYear() > 2200) {
            throw Refused.forbidden(Names.caldav("max-date-time"), "The date is after 2200.");
        }
    }

    /** For callers that only need to know. */
    static boolean isCalendarType(DavCall call) {
        return call.mediaType().filter(type -> !type.equals("text/calendar")).isEmpty();
    }

    static Refused wrongType() {
        return Refused.forbidden(
                Names.caldav("supported-calendar-data"), "An entry is sent as text/calendar, version 2.0.");
    }
}
