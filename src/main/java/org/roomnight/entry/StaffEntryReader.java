package org.roomnight.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roomnight.block.Assumption;
import org.roomnight.entry.EntryFault.Rule;
import org.roomnight.entry.EntryTimes.Result.Times;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.LineEnds;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadError;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.SoundLines;
import org.roomnight.ical.Strictness;
import org.roomnight.ical.Tolerated;

/** Reads what staff write as a calendar object, and says which rule is broken by what is none (RFC 4791 §5.3.2.1). */
public final class StaffEntryReader {

    private static final CalendarReader READER = new CalendarReader(ReadingLimits.OBJECT, Strictness.MENDING);

    /** What of a text is not in the calendar that was read of it. */
    private static final Set<Tolerated> PASSED_OVER =
            Set.of(Tolerated.UNREADABLE_LINES, Tolerated.UNREADABLE_PARAMETERS);

    private final ZoneId zone;
    private final EntryTimes times;
    private final Instant now;

    /** {@code zone} is the property's. */
    public StaffEntryReader(ZoneId zone, Horizon horizon, Instant now) {
        this.zone = zone;
        this.times = new EntryTimes(zone, horizon);
        this.now = now;
    }

    public EntryReading read(byte[] octets) {
        return switch (READER.read(octets)) {
            case Read.Calendar calendar -> read(octets, calendar);
            case Read.Failed unreadable -> new EntryReading.Bad(fault(unreadable));
        };
    }

    private static EntryFault fault(Read.Failed unreadable) {
        Rule rule = unreadable.reason() == ReadError.TOO_LARGE
                ? Rule.MAX_RESOURCE_SIZE
                : unreadable.reason() == ReadError.NOT_A_CALENDAR
                        ? Rule.SUPPORTED_CALENDAR_DATA
                        : Rule.VALID_CALENDAR_DATA;
        return new EntryFault(rule, "%s (line %d)".formatted(unreadable.sentence(), unreadable.line()));
    }

    private EntryReading read(byte[] octets, Read.Calendar read) {
        SoundLines sent = SoundLines.of(read.calendar(), zone);
        Optional<EntryFault> scale = EntryChecks.scale(sent.calendar());
        if (scale.isPresent()) {
            return new EntryReading.Bad(scale.get());
        }
        Component calendar = SoundCalendar.of(sent.calendar(), zone, now);
        byte[] stored = stored(octets, read, calendar);
        List<Component> parts = EntryChecks.parts(calendar);
        Optional<EntryFault> fault = EntryChecks.components(parts).or(() -> length(stored));
        if (fault.isPresent()) {
            return new EntryReading.Bad(fault.get());
        }
        Component main = main(parts);
        EntryTimes.Result result = main.name().equals("VEVENT") ? times.of(parts, main) : Times.NONE;
        return switch (result) {
            case EntryTimes.Result.Bad(EntryFault bad) -> new EntryReading.Bad(bad);
            case Times found -> {
                List<Assumption> assumptions = EntryAssumptions.of(sent, read.tolerated(), zone, found.strays());
                boolean asSent = Arrays.equals(stored, octets);
                yield new EntryReading.Good(new StaffEntry(
                        EntryChecks.uid(main),
                        main.name(),
                        found.first(),
                        found.last(),
                        found.nights(),
                        main,
                        assumptions,
                        stored,
                        asSent));
            }
        };
    }

    /** The octets as they came where nothing of them was mended. */
    private static byte[] stored(byte[] octets, Read.Calendar read, Component calendar) {
        boolean whole = Collections.disjoint(read.tolerated(), PASSED_OVER);
        return whole && calendar.equals(read.calendar())
                ? LineEnds.normalised(octets)
                : new ContentLineWriter().component(calendar).toByteArray();
    }

    /** Line ends and what was mended count: what is stored is read again. */
    private static Optional<EntryFault> length(byte[] stored) {
        return stored.length <= ReadingLimits.OBJECT.octets()
                ? Optional.empty()
                : Optional.of(new EntryFault(
                        Rule.MAX_RESOURCE_SIZE,
                        "An entry has at most %d octets, each line end counted as two."
                                .formatted(ReadingLimits.OBJECT.octets())));
    }

    /** The part that describes the entry for people. */
    private static Component main(List<Component> parts) {
        return parts.stream()
                .filter(part -> part.property("RECURRENCE-ID").isEmpty())
                .findFirst()
                .orElse(parts.getFirst());
    }
}
