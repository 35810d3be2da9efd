package org.roomnight.availability;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** Chooses a unit for a stay of a week in a room type of 50 units that is half full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OccupancyBenchmark {

    private static final LocalDate FROM = LocalDate.of(2027, 3, 9);
    private static final StayDates WEEK = new StayDates(FROM.plusDays(1), FROM.plusDays(8));

    private final List<UnitId> units = IntStream.range(0, 50)
            .mapToObj(unit -> new UnitId(new UUID(1, unit)))
            .toList();
    private Occupancy occupancy = new Occupancy(FROM, units);

    @Setup(Level.Invocation)
    public void halfFull() {
        occupancy = new Occupancy(FROM, units);
        for (int unit = 0; unit < units.size(); unit += 2) {
            occupancy.take(units.get(unit), FROM.plusDays(unit % 8));
        }
    }

    @Benchmark
    public Placement place() {
        return occupancy.place(WEEK);
    }
}
