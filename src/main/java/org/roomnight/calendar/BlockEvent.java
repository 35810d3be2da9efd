package org.roomnight.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.Block;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ShownText;
import org.roomnight.kernel.UnitId;

/** A block as a calendar entry: rendered where staff made it elsewhere, edited where they wrote the entry. */
final class BlockEvent {

    /** What makes other dates of an event than DTSTART and DTEND; EXRULE is of RFC 2445. */
    private static final List<String> RECURRENCE =
            List.of("DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");

    private final Block block;
    private final RoomType roomType;

    BlockEvent(Block block, RoomType roomType) {
        this.block = block;
        this.roomType = roomType;
    }

    private LocalDate arrival() {
        return block.facts().firstArrival();
    }

    private LocalDate departure() {
        return block.facts().lastDeparture();
    }

    CalendarObject render(String name, String uid) {
        ContentLineWriter writer = new ContentLineWriter();
        writer.begin("VEVENT");
        writer.raw("UID", uid);
        writer.utc("DTSTAMP", block.changedAt());
        writer.utc("CREATED", block.createdAt());
        writer.utc("LAST-MODIFIED", block.changedAt());
        writer.date("DTSTART", arrival());
        writer.date("DTEND", departure());
        writer.raw("STATUS", "CONFIRMED");
        writer.raw("TRANSP", "OPAQUE");
        writer.text("SUMMARY", summary(block));
        unitName().ifPresent(unit -> writer.text("LOCATION", unit));
        writer.end("VEVENT");
        byte[] octets = CalendarFrame.around(writer.toByteArray());
        return new CalendarObject(
                name, uid, "VEVENT", arrival(), departure(), EntityTags.of(octets), origin(), octets, null);
    }

    private static String summary(Block block) {
        @Nullable String note = block.facts().note();
        return note == null || note.isBlank() ? block.facts().reason().title() : ShownText.line(note);
    }

    private Optional<String> unitName() {
        return roomType.units().stream()
                .filter(unit -> unit.id().equals(block.facts().unit()))
                .map(RoomType.Unit::name)
                .findFirst();
    }

    CalendarObject.Origin origin() {
        return block.facts().roomType() == null
                ? new CalendarObject.Origin.House(block.id().value())
                : new CalendarObject.Origin.Staff(block.id().value());
    }

    /**
     * The entry of the block as it was, with what was changed of the block and nothing else. With other dates it is one
     * event of just these: a recurrence would show nights that are not blocked any more.
     */
    CalendarObject edit(CalendarObject stored, Block before) {
        Read read = new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(stored.octets());
        if (!(read instanceof Read.Calendar(Component calendar, var _))) {
            return render(stored.name(), stored.uid());
        }
        List<Component> events = calendar.components("VEVENT");
        Component main = events.stream()
                .filter(event -> event.property("RECURRENCE-ID").isEmpty())
                .findFirst()
                .orElseGet(events::getFirst);
        boolean moved = moved(before);
        List<Component> parts = new ArrayList<>();
        for (Component part : calendar.components()) {
            if (!part.name().equals("VEVENT")) {
                parts.add(part);
            } else if (!moved || part.equals(main)) {
                parts.add(edited(part, main, before));
            }
        }
        byte[] octets = new ContentLineWriter(stored.octets().length + 128)
                .component(new Component(calendar.name(), calendar.properties(), parts))
                .toByteArray();
        return moved
                ? stored.with(arrival(), departure(), origin(), octets)
                : stored.with(stored.first(), stored.last(), origin(), octets);
    }

    private boolean moved(Block before) {
        return !arrival().equals(before.facts().firstArrival())
                || !departure().equals(before.facts().lastDeparture());
    }

    private Component edited(Component event, Component main, Block before) {
        EventLines lines = new EventLines(event.properties());
        lines.replace("DTSTAMP", new ContentLineWriter().utc("DTSTAMP", block.changedAt()));
        lines.replace("LAST-MODIFIED", new ContentLineWriter().utc("LAST-MODIFIED", block.changedAt()));
        if (moved(before)) {
            RECURRENCE.forEach(lines::remove);
            lines.replace("DTSTART", new ContentLineWriter().date("DTSTART", arrival()));
            lines.replace("DTEND", new ContentLineWriter().date("DTEND", departure()));
            if (event.text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent()) {
                lines.remove("STATUS"); // the others of the series were not; this one takes nights now
            }
        }
        if (sameText(event, main, "SUMMARY") && !summary(before).equals(summary(block))) {
            lines.replace("SUMMARY", new ContentLineWriter().text("SUMMARY", summary(block)));
        }
        boolean otherType =
                !Objects.equals(before.facts().roomType(), block.facts().roomType());
        if ((otherType || sameText(event, main, "LOCATION")) && !locationFits(event, before)) {
            lines.remove("LOCATION");
            unitName().ifPresent(name -> lines.replace("LOCATION", new ContentLineWriter().text("LOCATION", name)));
        }
        return new Component(event.name(), lines.all(), event.components());
    }

    /** An instance that staff called otherwise, or put elsewhere, stays so. */
    private static boolean sameText(Component event, Component main, String name) {
        return event.text(name).equals(main.text(name));
    }

    /** Whether the LOCATION may stay; it may say more than the name of a unit. */
    private boolean locationFits(Component event, Block before) {
        boolean same = Objects.equals(before.facts().unit(), block.facts().unit())
                && Objects.equals(before.facts().roomType(), block.facts().roomType());
        boolean unitGone = before.facts().unit() != null && block.facts().unit() == null;
        @Nullable
        UnitId named = event.text("LOCATION")
                .flatMap(location -> NamedUnit.in(roomType, location))
                .orElse(null);
        return same || (!unitGone && Objects.equals(named, block.facts().unit()));
    }
}
