package org.roomnight.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.block.BlockStay;
import org.roomnight.calendar.NamedUnit;
import org.roomnight.ical.Component;
import org.roomnight.ical.EventSpan;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** The nights that an entry lasts over, each with the LOCATION of the occurrence that takes it. */
public record EntryNights(List<Night> all) {

    static final EntryNights NONE = new EntryNights(List.of());

    public EntryNights {
        all = List.copyOf(all);
    }

    /** A night, and where; {@code place} is null where nothing is said. */
    public record Night(LocalDate date, @Nullable String place) {}

    /**
     * The nights of an event in [from, until). A cancelled event takes none; one that is marked as free does: phones mark
     * all-day events so by default.
     */
    static Stream<Night> ofEvent(Component event, EventSpan span, LocalDate from, LocalDate until) {
        boolean cancelled =
                event.text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent();
        @Nullable String place = event.text("LOCATION").map(String::strip).orElse(null);
        return cancelled ? Stream.empty() : span.nights(from, until).map(night -> new Night(night, place));
    }

    static EntryNights of(Stream<Night> nights) {
        return new EntryNights(nights.distinct().toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * In the units of a room type that the places name, in any where they name none; joined where they follow each other
     * in one unit, cut where a stay would be longer than it may be, and in date order.
     */
    List<BlockStay> stays(RoomType roomType) {
        Map<Optional<String>, Optional<UnitId>> units = new HashMap<>();
        Map<Optional<UnitId>, TreeSet<LocalDate>> dates = new HashMap<>();
        for (Night night : all) {
            Optional<UnitId> unit = units.computeIfAbsent(
                    Optional.ofNullable(night.place()), place -> place.flatMap(text -> NamedUnit.in(roomType, text)));
            dates.computeIfAbsent(unit, _ -> new TreeSet<>()).add(night.date());
        }
        return dates.entrySet().stream()
                .flatMap(one -> joined(one.getValue()).stream()
                        .map(stay -> new BlockStay(stay, one.getKey().orElse(null))))
                .sorted(Comparator.comparing(stay -> stay.dates().arrival()))
                .toList();
    }

    private static List<StayDates> joined(TreeSet<LocalDate> nights) {
        List<StayDates> stays = new ArrayList<>();
        List<LocalDate> run = new ArrayList<>();
        for (LocalDate night : nights) {
            run.add(night);
            if (run.size() == StayDates.MAX_NIGHTS) {
                stays.addAll(StayDates.join(run));
                run.clear();
            }
        }
        stays.addAll(StayDates.join(run));
        return stays;
    }
}
