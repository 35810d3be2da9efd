package org.roomnight.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.Block;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Component;
import org.roomnight.ical.ContentLineWriter;
import org.roomnight.ical.Parameter;
import org.roomnight.ical.Property;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;
import org.roomnight.inventory.RoomType;

/** A block as a calendar entry: rendered where staff made it elsewhere, edited where they wrote the entry. */
final class BlockEvent {

    /** What a change of dates replaces. */
    private static final Set<String> DATES = Set.of("DTSTART", "DTEND", "DURATION", "LAST-MODIFIED", "DTSTAMP");

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

    CalendarObject render() {
        ContentLineWriter writer = new ContentLineWriter();
        writer.begin("VEVENT");
        writer.raw("UID", block.id() + "@roomnight");
        writer.utc("DTSTAMP", block.changedAt());
        writer.utc("CREATED", block.createdAt());
        writer.utc("LAST-MODIFIED", block.changedAt());
        writer.date("DTSTART", arrival());
        writer.date("DTEND", departure());
        writer.raw("STATUS", "CONFIRMED");
        writer.raw("TRANSP", "OPAQUE");
        writer.text("SUMMARY", summary());
        unitName().ifPresent(name -> writer.text("LOCATION", name));
        writer.end("VEVENT");
        byte[] octets = CalendarFrame.around(writer.toByteArray());
        return new CalendarObject(
                block.id() + ".ics",
                block.id() + "@roomnight",
                "VEVENT",
                arrival(),
                departure(),
                EntityTags.of(octets),
                block.facts().roomType() == null
                        ? new CalendarObject.Origin.House(block.id().value())
                        : new CalendarObject.Origin.Staff(block.id().value()),
                octets);
    }

    private String summary() {
        @Nullable String note = block.facts().note();
        return note == null || note.isBlank() ? block.facts().reason().title() : note;
    }

    private Optional<String> unitName() {
        return roomType.units().stream()
                .filter(unit -> unit.id().equals(block.facts().unit()))
                .map(RoomType.Unit::name)
                .findFirst();
    }

    /** The entry as it is with the dates and the note of the block; all else in it stays. */
    CalendarObject edit(CalendarObject stored) {
        Read read = new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(stored.octets());
        if (!(read instanceof Read.Calendar(Component calendar, var _))) {
            return render();
        }
        List<Component> parts = calendar.components().stream()
                .map(part -> part.name().equals("VEVENT") ? edited(part) : part)
                .toList();
        byte[] octets = new ContentLineWriter(stored.octets().length + 128)
                .component(new Component(calendar.name(), calendar.properties(), parts))
                .toByteArray();
        return stored.with(arrival(), departure(), octets);
    }

    private Component edited(Component event) {
        List<Property> lines = new ArrayList<>();
        for (Property line : event.properties()) {
            boolean replaced = DATES.contains(line.name())
                    || (line.name().equals("SUMMARY") && block.facts().note() != null);
            if (!replaced) {
                lines.add(line);
            }
        }
        lines.addAll(written(
                new ContentLineWriter().utc("DTSTAMP", block.changedAt()).utc("LAST-MODIFIED", block.changedAt())));
        lines.add(new Property("DTSTART", List.of(new Parameter("VALUE", "DATE")), basic(arrival())));
        lines.add(new Property("DTEND", List.of(new Parameter("VALUE", "DATE")), basic(departure())));
        if (block.facts().note() != null) {
            lines.addAll(written(new ContentLineWriter().text("SUMMARY", summary())));
        }
        return new Component(event.name(), lines, event.components());
    }

    /** The writer knows how values are written; read back they are properties. */
    private static List<Property> written(ContentLineWriter lines) {
        byte[] event = new ContentLineWriter()
                .begin("VEVENT")
                .lines(lines.toByteArray())
                .end("VEVENT")
                .toByteArray();
        Read read = new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(CalendarFrame.around(event));
        return read instanceof Read.Calendar(Component calendar, var _)
                ? calendar.components().getFirst().properties()
                : List.of();
    }

    private static String basic(LocalDate date) {
        return date.toString().replace("-", "");
    }
}
