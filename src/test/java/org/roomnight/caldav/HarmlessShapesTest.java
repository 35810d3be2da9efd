package org.roomnight.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.caldav.AnEntry.anEntry;

import biweekly.Biweekly;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.roomnight.Rounds;
import org.roomnight.entry.EntryFault;
import org.roomnight.entry.EntryReading;
import org.roomnight.entry.Horizon;
import org.roomnight.entry.StaffEntry;
import org.roomnight.entry.StaffEntryReader;
import org.roomnight.ical.CalendarReader;
import org.roomnight.ical.Read;
import org.roomnight.ical.ReadingLimits;
import org.roomnight.ical.Strictness;

/** An entry that is written in a harmless way of its own takes the nights of the sound one, and is stored soundly. */
class HarmlessShapesTest {

    private static final int ROUNDS = Rounds.of("roomnight.shapes", 150, 50_000);

    private static final ZoneId HOUSE = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 15);
    private static final List<Shape> SHAPES = Shape.all();

    private static List<String> sound() {
        List<String> all = new ArrayList<>();
        for (String rule : List.of(
                "",
                "RRULE:FREQ=WEEKLY;COUNT=5",
                "RRULE:FREQ=MONTHLY",
                "RRULE:FREQ=DAILY;INTERVAL=5;UNTIL=20270801T000000Z")) {
            all.add(recurring(anEntry("a"), rule.replace("T000000Z", "")));
            all.add(recurring(anEntry("a").without("DTEND").also("DURATION:P2D"), rule));
            all.add(recurring(timed(";TZID=Europe/Lisbon", ""), rule));
            all.add(recurring(timed("", ""), rule));
            all.add(recurring(timed("", "Z"), rule));
            all.add(recurring(timed(";TZID=Europe/Lisbon", "").without("DTEND").also("DURATION:P2D"), rule));
        }
        all.add(recurring(
                timed(";TZID=Europe/Lisbon", "").also("EXDATE;TZID=Europe/Lisbon:20270608T160000,20270622T160000"),
                "RRULE:FREQ=WEEKLY;COUNT=5"));
        all.add(recurring(timed("", "Z").also("RDATE:20270708T160000Z,20270722T160000Z"), "RRULE:FREQ=WEEKLY;COUNT=2"));
        return all;
    }

    private static String recurring(AnEntry entry, String rule) {
        return (rule.isEmpty() ? entry : entry.also(rule)).toString();
    }

    private static AnEntry timed(String zone, String utc) {
        return anEntry("a")
                .with("DTSTART" + zone + ":20270601T160000" + utc)
                .with("DTEND" + zone + ":20270603T100000" + utc);
    }

    @Test
    void each_shape_of_each_entry_takes_no_night_less_and_is_stored_soundly() throws Exception {
        for (String entry : sound()) {
            for (Shape shape : SHAPES) {
                check(entry, shape.odd().apply(entry), shape.name());
            }
        }
    }

    @Test
    void several_shapes_in_one_entry_take_no_night_less() throws Exception {
        long seed = Long.getLong("roomnight.seed", System.nanoTime());
        System.out.println("HarmlessShapesTest roomnight.seed=" + seed);
        List<String> entries = sound();
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed + round);
            String entry = entries.get(random.nextInt(entries.size()));
            String odd = entry;
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
                names.add(shape.name());
                odd = shape.odd().apply(odd);
            }
            check(entry, odd, "seed " + (seed + round) + " " + names);
        }
    }

    private static void check(String sound, String odd, String what) throws Exception {
        StaffEntry expected = read(sound.getBytes(StandardCharsets.UTF_8));
        StaffEntry found = switch (reading(odd.getBytes(StandardCharsets.UTF_8))) {
            case EntryReading.Good(StaffEntry entry) -> entry;
            case EntryReading.Bad(EntryFault fault) ->
                throw new AssertionError(what + "\n" + fault.sentence() + "\n" + odd);
        };
        String stored = new String(found.octets(), StandardCharsets.UTF_8);
        assertThat(dates(found)).as(what + "\n" + odd + stored).containsAll(dates(expected));
        assertThat(found.asSent()).as(what + "\n" + odd).isEqualTo(stored.equals(odd));
        if (!found.asSent()) {
            assertThat(found.assumptions()).as(what + "\n" + odd).isNotEmpty();
        }
        assertThat(new CalendarReader(ReadingLimits.OBJECT, Strictness.STRICT).read(found.octets()))
                .as(what + stored)
                .isInstanceOf(Read.Calendar.class);
        StaffEntry again = read(found.octets());
        assertThat(again.asSent()).as("mended once: " + what + stored).isTrue();
        assertThat(again.nights()).as(what + stored).isEqualTo(found.nights());
        assertThat(Biweekly.parse(stored).first().getEvents()).hasSize(1);
        assertThat(new CalendarBuilder()
                        .build(new ByteArrayInputStream(found.octets()))
                        .getComponents("VEVENT"))
                .as(what)
                .isNotEmpty();
    }

    private static StaffEntry read(byte[] octets) {
        return ((EntryReading.Good) reading(octets)).entry();
    }

    private static EntryReading reading(byte[] octets) {
        return new StaffEntryReader(
                        HOUSE, Horizon.ofNew(TODAY), TODAY.atStartOfDay(HOUSE).toInstant())
                .read(octets);
    }

    private static TreeSet<LocalDate> dates(StaffEntry entry) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        entry.nights().all().forEach(night -> dates.add(night.date()));
        return dates;
    }
}
