package org.roomnight.entry;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.roomnight.Rounds;
import org.roomnight.entry.EntryNights.Night;

/** Made-up entries take the nights that two calendar libraries give them, wherever these two are of one opinion. */
class RandomEntriesTest {

    private static final int ROUNDS = Rounds.of("roomnight.entries", 400, 50_000);

    private static final ZoneId HOUSE = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 15);
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Days about which clocks are changed somewhere, and the end of a year and of February. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2027, 3, 14),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 4, 4),
            LocalDate.of(2027, 9, 26),
            LocalDate.of(2027, 10, 31),
            LocalDate.of(2027, 11, 7),
            LocalDate.of(2027, 12, 31),
            LocalDate.of(2028, 2, 29));

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Lisbon"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Auckland"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kathmandu"));

    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=DAILY;BYDAY=SA,SU",
            "FREQ=DAILY;BYMONTH=3,10",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYMONTHDAY=30,31",
            "FREQ=MONTHLY;BYDAY=-1SU",
            "FREQ=MONTHLY;BYDAY=2TU,4TH",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY",
            "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
            "FREQ=YEARLY;BYYEARDAY=1,100,-1");

    /** What may stand before the name of a zone, and means the same zone. */
    private static final List<String> PREFIXES = List.of("", "\"", "/example.org/2027/");

    /** A DTSTART: a date, or a time that floats, is in UTC or in a zone. */
    private enum Form {
        DATES,
        FLOATING,
        UTC,
        ZONED
    }

    @Test
    void nights_are_those_that_two_libraries_agree_upon() throws Exception {
        long seed = Long.getLong("roomnight.seed", System.nanoTime());
        System.out.println("RandomEntriesTest roomnight.seed=" + seed);
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Made made = new Made(seed + round);
            Optional<SortedSet<LocalDate>> agreed = made.agreed();
            if (agreed.isPresent()) {
                compared++;
                String entry = made.entry(made.one(PREFIXES));
                assertThat(ours(entry)).as("seed %d%n%s", seed + round, entry).isEqualTo(agreed.get());
            }
        }
        assertThat(compared).as("they agree often").isGreaterThan(ROUNDS / 3);
    }

    private static SortedSet<LocalDate> ours(String entry) {
        Instant now = TODAY.atStartOfDay(HOUSE).toInstant();
        SortedSet<LocalDate> nights = new TreeSet<>();
        EntryReading reading =
                new StaffEntryReader(HOUSE, Horizon.ofNew(TODAY), now).read(entry.getBytes(StandardCharsets.UTF_8));
        ((EntryReading.Good) reading)
                .entry().nights().all().stream().map(Night::date).forEach(nights::add);
        return nights;
    }

    /** One entry in the making. */
    private static final class Made {

        private final Random random;
        private final Form form;
        private final ZoneId zone;
        private final LocalDateTime start;
        private final Duration length;
        private final List<String> lines = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        Made(long seed) {
            random = new Random(seed);
            form = one(List.of(Form.values()));
            zone = switch (form) {
                case DATES, FLOATING -> HOUSE;
                case UTC -> ZoneId.of("UTC");
                case ZONED -> one(ZONES);
            };
            LocalDate day = one(DAYS).plusDays(random.nextInt(-3, 4));
            start = form == Form.DATES ? day.atStartOfDay() : day.atTime(random.nextInt(4, 24), 30);
            length = form == Form.DATES
                    ? Duration.ofDays(random.nextInt(1, 5))
                    : Duration.ofHours(random.nextInt(1, 60));
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        /** Makes the entry, and answers its nights; empty where the libraries differ. */
        private Optional<SortedSet<LocalDate>> agreed() throws IOException, ParserException {
            rule();
            String plain = entry("");
            SortedSet<LocalDateTime> starts;
            try {
                starts = ical4j(plain);
            } catch (DateTimeException _) {
                return Optional.empty(); // it counts no months in UTC
            }
            if (!starts.equals(biweekly(plain))) {
                return Optional.empty();
            }
            if (!lines.contains(line("EXDATE", start))) {
                starts.add(start); // RFC 5545 §3.8.5.3 leaves open whether it counts where the rule does not give it
            }
            SortedSet<LocalDate> nights = new TreeSet<>();
            override(starts, nights);
            starts.forEach(at -> nights.addAll(nights(at, lasting(start, length))));
            return Optional.of(nights);
        }

        private void rule() {
            String rule = one(RULES);
            String end = random.nextBoolean()
                    ? ";COUNT=" + random.nextInt(1, 9)
                    : ";UNTIL=" + until(start.plusDays(random.nextInt(1, 200)));
            if (random.nextInt(8) > 0) {
                lines.add("RRULE:" + rule + end);
            }
            if (random.nextInt(3) == 0) {
                lines.add(line("RDATE", start.plusDays(random.nextInt(1, 40))));
            }
            if (!lines.isEmpty() && random.nextInt(3) == 0) {
                lines.add(line("EXDATE", start.plusDays(7L * random.nextInt(0, 3))));
            }
        }

        private String until(LocalDateTime local) {
            return switch (form) {
                case DATES -> DATE.format(local.toLocalDate());
                case FLOATING -> TIME.format(local);
                case UTC, ZONED ->
                    TIME.format(LocalDateTime.ofInstant(local.atZone(zone).toInstant(), ZoneId.of("UTC"))) + "Z";
            };
        }

        /** One occurrence becomes another, or none: RFC 5545 §3.8.4.4, which the libraries leave to their callers. */
        private void override(SortedSet<LocalDateTime> starts, SortedSet<LocalDate> nights) {
            if (starts.isEmpty() || random.nextInt(3) > 0 || lines.isEmpty()) {
                return;
            }
            LocalDateTime replaced = one(List.copyOf(starts));
            LocalDateTime moved = replaced.plusDays(random.nextInt(-2, 3));
            boolean cancelled = random.nextBoolean();
            starts.remove(replaced);
            if (!cancelled) {
                nights.addAll(nights(moved, lasting(moved, Duration.ofDays(2))));
            }
            others.addAll(List.of(
                    "BEGIN:VEVENT",
                    "UID:made",
                    "DTSTAMP:20270110T120000Z",
                    line("RECURRENCE-ID", replaced),
                    line("DTSTART", moved),
                    line("DTEND", moved.plusDays(2)),
                    cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
                    "END:VEVENT"));
        }

        /** On the clock of the house, how long something lasts that starts at a time. */
        private Duration lasting(LocalDateTime at, Duration local) {
            return Duration.between(inHouse(at), inHouse(at.plus(local)));
        }

        private List<LocalDate> nights(LocalDateTime at, Duration lasting) {
            LocalDateTime from = inHouse(at);
            return from.toLocalDate()
                    .datesUntil(from.plus(lasting).toLocalDate())
                    .toList();
        }

        private LocalDateTime inHouse(LocalDateTime local) {
            return local.atZone(zone).withZoneSameInstant(HOUSE).toLocalDateTime();
        }

        private String line(String name, LocalDateTime at) {
            return switch (form) {
                case DATES -> name + ";VALUE=DATE:" + DATE.format(at.toLocalDate());
                case FLOATING -> name + ":" + TIME.format(at);
                case UTC -> name + ":" + TIME.format(at) + "Z";
                case ZONED -> name + ";TZID=" + zone + ":" + TIME.format(at);
            };
        }

        /** With another way to write the name of the zone. */
        private String entry(String prefix) {
            List<String> all = new ArrayList<>(List.of(
                    "BEGIN:VCALENDAR",
                    "VERSION:2.0",
                    "PRODID:-//Example//EN",
                    "BEGIN:VEVENT",
                    "UID:made",
                    "DTSTAMP:20270110T120000Z",
                    line("DTSTART", start),
                    line("DTEND", start.plus(length))));
            all.addAll(lines);
            all.add("END:VEVENT");
            all.addAll(others);
            all.add("END:VCALENDAR");
            String suffix = prefix.equals("\"") ? prefix : "";
            return (String.join("\r\n", all) + "\r\n").replace("TZID=" + zone, "TZID=" + prefix + zone + suffix);
        }

        private SortedSet<LocalDateTime> ical4j(String entry) throws IOException, ParserException {
            VEvent event = new CalendarBuilder()
                    .build(new StringReader(entry))
                    .<VEvent>getComponent("VEVENT")
                    .orElseThrow();
            LocalDateTime from = start.minusDays(60);
            LocalDateTime to = start.plusYears(9);
            Period<? extends Temporal> window = switch (form) {
                case DATES -> new Period<>(from.toLocalDate(), to.toLocalDate());
                case FLOATING -> new Period<>(from, to);
                case UTC ->
                    new Period<>(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
                case ZONED -> new Period<>(from.atZone(zone), to.atZone(zone));
            };
            SortedSet<LocalDateTime> starts = new TreeSet<>();
            for (Period<Temporal> period : event.<Temporal>calculateRecurrenceSet(window)) {
                starts.add(local(period.getStart()));
            }
            return inside(starts);
        }

        private LocalDateTime local(Temporal temporal) {
            return switch (temporal) {
                case LocalDate date -> date.atStartOfDay();
                case LocalDateTime time -> time;
                case Instant moment -> LocalDateTime.ofInstant(moment, zone);
                case java.time.OffsetDateTime time -> LocalDateTime.ofInstant(time.toInstant(), zone);
                case ZonedDateTime time -> time.withZoneSameInstant(zone).toLocalDateTime();
                default -> throw new IllegalStateException(temporal.toString());
            };
        }

        private SortedSet<LocalDateTime> biweekly(String entry) {
            Iterator<java.util.Date> dates =
                    Biweekly.parse(entry).first().getEvents().getFirst().getDateIterator(TimeZone.getTimeZone(zone));
            SortedSet<LocalDateTime> starts = new TreeSet<>();
            IntStream.range(0, 500)
                    .takeWhile(_ -> dates.hasNext())
                    .forEach(_ -> starts.add(LocalDateTime.ofInstant(
                            dates.next().toInstant(),
                            form == Form.DATES || form == Form.FLOATING ? ZoneId.systemDefault() : zone)));
            return inside(starts);
        }

        /** Inside the booking horizon. */
        private static SortedSet<LocalDateTime> inside(SortedSet<LocalDateTime> starts) {
            return new TreeSet<>(
                    starts.headSet(TODAY.plusYears(Horizon.YEARS_AHEAD).atStartOfDay()));
        }
    }
}
