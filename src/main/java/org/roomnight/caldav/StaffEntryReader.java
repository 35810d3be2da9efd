package org.roomnight.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.roomnight.block.Assumption;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.calendar.CalendarObject;
import org.roomnight.davxml.Names;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.EventSeries;
import org.roomnight.ical.LineEnds;
import org.roomnight.ical.Parsed;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadError;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.SoundLines;
import org.roomnight.ical.Strictness;
import org.roomnight.ical.Tolerated;
import org.roomnight.kernel.StayDates;

/** Reads the body of a PUT, and refuses what is no calendar object with the precondition that it breaks (RFC 4791 §5.3.2.1). */
public final class StaffEntryReader {

    /** Attendees of one component, each of whom a program may write to. */
    public static final int MAX_ATTENDEES = 200;

    /** Alarms of one component. */
    static final int MAX_ALARMS = 20;

    /** Longest UID, in octets of UTF-8. */
    static final int MAX_UID = 1_000;

    private static final Set<String> TAKEN = Set.of("VEVENT", "VTODO");

    /** What an entry is made of; other components beside them are kept and not looked at (RFC 5545 §3.6). */
    private static final Set<String> KNOWN = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY");

    private static final CalendarReader READER = new CalendarReader(ReadingLimits.OBJECT, Strictness.MENDING);

    /** What of a text is not in the calendar that was read of it. */
    private static final Set<Tolerated> PASSED_OVER =
            Set.of(Tolerated.UNREADABLE_LINES, Tolerated.UNREADABLE_PARAMETERS);

    /** A rule that counts by another calendar (RFC 7529 §4.1). */
    private static final Pattern OTHER_SCALE =
            Pattern.compile("(?:^|;)\\s*RSCALE=(?!GREGORIAN(?:;|\\s*$))", Pattern.CASE_INSENSITIVE);

    private final ZoneId zone;
    private final Horizon horizon;
    private final Instant now;

    /** {@code zone} is the property's. */
    public StaffEntryReader(ZoneId zone, Horizon horizon, Instant now) {
        this.zone = zone;
        this.horizon = horizon;
        this.now = now;
    }

    public StaffEntry read(byte[] body) {
        Read.Calendar read = switch (READER.read(body)) {
            case Read.Calendar calendar -> calendar;
            case Read.Failed refused -> throw unreadable(refused);
        };
        SoundLines sent = SoundLines.of(read.calendar(), zone);
        checkScale(sent.calendar());
        Component calendar = SoundCalendar.of(sent.calendar(), zone, now);
        List<Component> parts = calendar.components().stream()
                .filter(part -> KNOWN.contains(part.name()))
                .toList();
        String kind = kind(parts);
        parts.forEach(part -> check(part, kind));
        String uid = uid(parts);
        Component main = parts.stream()
                .filter(part -> part.property("RECURRENCE-ID").isEmpty())
                .findFirst()
                .orElse(parts.getFirst());
        boolean whole = Collections.disjoint(read.tolerated(), PASSED_OVER);
        byte[] octets = whole && calendar.equals(read.calendar())
                ? LineEnds.normalised(body)
                : new ContentLineWriter().component(calendar).toByteArray();
        checkLength(octets);
        boolean asSent = Arrays.equals(octets, body);
        Times times = kind.equals("VEVENT") ? times(parts, main) : Times.NONE;
        List<Assumption> assumptions = EntryAssumptions.of(sent, read.tolerated(), zone, times.strays());
        return new StaffEntry(
                uid, kind, times.first(), times.last(), times.nights(), main, assumptions, octets, asSent);
    }

    /** When an entry is: the first day that it touches, the day after the last, and its nights. */
    private record Times(LocalDate first, LocalDate last, EntryNights nights, List<Component> strays) {
        static final Times NONE = new Times(LocalDate.EPOCH, CalendarObject.FOR_EVER, EntryNights.NONE, List.of());
    }

    /** Line ends and what was mended count: what is stored is read again. */
    private static void checkLength(byte[] octets) {
        if (octets.length > ReadingLimits.OBJECT.octets()) {
            throw Refused.forbidden(
                    Names.caldav("max-resource-size"),
                    "An entry has at most %d octets, each line end counted as two."
                            .formatted(ReadingLimits.OBJECT.octets()));
        }
    }

    private static Refused unreadable(Read.Failed refused) {
        String sentence = "%s (line %d)".formatted(refused.sentence(), refused.line());
        return refused.reason() == ReadError.TOO_LARGE
                ? Refused.forbidden(Names.caldav("max-resource-size"), sentence)
                : refused.reason() == ReadError.NOT_A_CALENDAR
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
            throw Refused.forbidden(
                    Names.caldav("supported-calendar-component"), "This server takes events and tasks only.");
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
        boolean otherRule = calendar.components().stream()
                .filter(part -> KNOWN.contains(part.name()))
                .flatMap(part -> part.properties("RRULE").stream())
                .anyMatch(rule -> OTHER_SCALE.matcher(rule.value()).find());
        if (otherRule) {
            throw Refused.forbidden(
                    Names.caldav("supported-rscale"), "An entry recurs by the Gregorian calendar, and by no other.");
        }
    }

    private Times times(List<Component> parts, Component main) {
        List<EventSpan> spans = new ArrayList<>();
        parts.forEach(part -> spans.add(EventSpan.of(part, zone)));
        EventSeries series = switch (EventSeries.read(parts, zone, horizon.limits())) {
            case Parsed.Value<EventSeries>(EventSeries found) -> found;
            case Parsed.Bad<EventSeries>(String sentence) -> throw contradiction(main, sentence);
        };
        if (!series.recurring()) {
            EventSpan only = spans.getFirst();
            EntryNights nights =
                    EntryNights.of(OccurrenceReader.nights(main, only, StayDates.EARLIEST, StayDates.LATEST));
            return new Times(only.firstDay(), only.lastDay(), nights, List.of());
        }
        series.periods().forEach(period -> spans.add(EventSpan.of(period, zone)));
        LocalDate first = spans.stream()
                .map(EventSpan::firstDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        OccurrenceReader.Found found = new OccurrenceReader(zone, horizon, parts).read(series, spans);
        return new Times(first, CalendarObject.FOR_EVER, found.nights(), found.strays());
    }

    /** A rule that is none is bad data; what goes wrong only with the overrides is a bad entry. */
    private Refused contradiction(Component main, String sentence) {
        boolean bad = EventSeries.read(List.of(main), zone, horizon.limits()) instanceof Parsed.Bad;
        return bad ? invalidData(sentence) : invalidObject(sentence);
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
    public static boolean isCalendarType(DavCall call) {
        return call.mediaType().filter(type -> !type.equals("text/calendar")).isEmpty();
    }

    public static Refused wrongType() {
        return Refused.forbidden(
                Names.caldav("supported-calendar-data"), "An entry is sent as text/calendar, version 2.0.");
    }
}
