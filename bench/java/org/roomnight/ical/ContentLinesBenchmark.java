package org.roomnight.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writes and reads a calendar of 1,000 all-day events of 12 lines each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ContentLinesBenchmark {

    private static final int EVENTS = 1_000;
    private static final Instant CHANGED = Instant.parse("2027-02-01T09:30:00Z");
    private static final LocalDate ARRIVAL = LocalDate.of(2027, 3, 10);

    private final byte[] calendar = write();

    @Benchmark
    public byte[] write() {
        ContentLineWriter writer = new ContentLineWriter(EVENTS * 400);
        writer.begin("VCALENDAR").raw("VERSION", "2.0").raw("PRODID", "-//Roomnight//bench//EN");
        for (int event = 0; event < EVENTS; event++) {
            writer.begin("VEVENT");
            writer.raw("UID", "3c6b1a5d-8e2f-4a0b-9c7d-6e4f0a8b2c51-" + event + "@roomnight");
            writer.utc("DTSTAMP", CHANGED);
            writer.utc("LAST-MODIFIED", CHANGED);
            writer.number("SEQUENCE", 3);
            writer.date("DTSTART", ARRIVAL.plusDays(event));
            writer.date("DTEND", ARRIVAL.plusDays(event + 3L));
            writer.raw("STATUS", "CONFIRMED");
            writer.raw("TRANSP", "OPAQUE");
            writer.text("SUMMARY", "Robin Sample · Deluxe King");
            writer.text("DESCRIPTION", "Guest: Robin Sample\nParty: 2 adults\nRoom: Deluxe King 102\nNights: 3");
            writer.end("VEVENT");
        }
        return writer.end("VCALENDAR").toByteArray();
    }

    @Benchmark
    public Read read() {
        return new CalendarReader(ReadingLimits.FEED, Strictness.STRICT).read(calendar);
    }
}
