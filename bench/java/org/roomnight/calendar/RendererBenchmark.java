package org.roomnight.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimLabel;
import org.roomnight.availability.Placement;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Version;

/** Renders one room stay as a calendar object: what every sale pays for its calendars. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RendererBenchmark {

    private final PropertyId property = new PropertyId(new UUID(1, 1));
    private final RoomType roomType = new RoomType(
            new RoomTypeId(new UUID(2, 1)),
            property,
            "Deluxe King",
            "deluxe-king",
            null,
            List.of(new RoomType.Unit(new UnitId(new UUID(3, 1)), "102")),
            Version.FIRST);
    private final Claim claim = claim();

    private Claim claim() {
        StayDates dates = new StayDates(LocalDate.of(2027, 3, 10), LocalDate.of(2027, 3, 14));
        TreeMap<LocalDate, UnitId> nights = new TreeMap<>();
        dates.everyNight().forEach(night -> nights.put(night, roomType.unitIds().getFirst()));
        Instant made = Instant.parse("2027-02-01T09:30:00Z");
        return new Claim(
                new ClaimId(new UUID(4, 1)),
                property,
                new BookingId(new UUID(5, 1)),
                roomType.id(),
                dates,
                new ClaimLabel("Robin", "Sample", new ClaimLabel.Party(2, 0), "WNK-4F7Q2", "Direct", "late arrival"),
                null,
                new Placement(nights, List.of()),
                new Claim.History(0, made, made));
    }

    @Benchmark
    public CalendarObject render() {
        return new StayEvent(claim, roomType).render();
    }
}
