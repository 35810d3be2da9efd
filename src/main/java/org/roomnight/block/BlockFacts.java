package org.roomnight.block;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * What staff say of a block: one unit of a room type, or every unit of the property when {@code roomType} is null. With
 * a {@code unit} it is that one, but for stays that name another: an occurrence that was put elsewhere in a calendar.
 * {@code stays} are in date order, and those of one unit overlap nowhere, whatever was given; there is always one.
 * Broken limits are an {@link IllegalArgumentException}: a door names them first.
 *
 * @param assumptions how the entry was read that the block comes from; empty for a block that was made otherwise
 */
public record BlockFacts(
        @Nullable RoomTypeId roomType,
        @Nullable UnitId unit,
        List<BlockStay> stays,
        BlockReason reason,
        @Nullable String note,
        List<Assumption> assumptions) {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = 2_000;

    /** Most stays of one block: an entry of a calendar app that recurs each week, for nineteen years. */
    public static final int MAX_STAYS = 1_000;

    public BlockFacts {
        stays = merged(stays);
        assumptions = List.copyOf(assumptions);
        if (roomType == null && (unit != null || stays.stream().anyMatch(stay -> stay.unit() != null))) {
            throw new IllegalArgumentException("a unit without its room type");
        }
        if (stays.isEmpty() || stays.size() > MAX_STAYS) {
            throw new IllegalArgumentException("a block has 1 to %d stays".formatted(MAX_STAYS));
        }
        if (note != null && note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("a note has at most %d characters".formatted(MAX_NOTE));
        }
    }

    /** A block whose stays are all in {@code unit}, or in any when it is null. */
    public static BlockFacts of(
            @Nullable RoomTypeId roomType,
            @Nullable UnitId unit,
            List<StayDates> stays,
            BlockReason reason,
            @Nullable String note) {
        List<BlockStay> all =
                stays.stream().map(dates -> new BlockStay(dates, unit)).toList();
        return new BlockFacts(roomType, unit, all, reason, note, List.of());
    }

    private static List<BlockStay> merged(List<BlockStay> stays) {
        Map<Optional<UnitId>, List<StayDates>> ofUnit = new LinkedHashMap<>();
        stays.stream()
                .sorted(BlockStay.BY_DATE)
                .forEach(stay -> add(
                        ofUnit.computeIfAbsent(Optional.ofNullable(stay.unit()), _ -> new ArrayList<>()),
                        stay.dates()));
        return ofUnit.entrySet().stream()
                .flatMap(unit -> unit.getValue().stream()
                        .map(dates -> new BlockStay(dates, unit.getKey().orElse(null))))
                .sorted(BlockStay.BY_DATE)
                .toList();
    }

    /** Stays that touch remain two; what would be too long for one stay remains two that touch. */
    private static void add(List<StayDates> merged, StayDates stay) {
        if (merged.isEmpty() || !merged.getLast().overlaps(stay)) {
            merged.add(stay);
        } else if (stay.departure().isAfter(merged.getLast().departure())) {
            extend(merged, stay.departure());
        }
    }

    private static void extend(List<StayDates> merged, LocalDate departure) {
        StayDates last = merged.removeLast();
        if (StayDates.whyNot(last.arrival(), departure).isEmpty()) {
            merged.add(new StayDates(last.arrival(), departure));
        } else {
            merged.add(last);
            merged.add(new StayDates(last.departure(), departure));
        }
    }

    public LocalDate firstArrival() {
        return stays.getFirst().dates().arrival();
    }

    public LocalDate lastDeparture() {
        return stays.stream()
                .map(stay -> stay.dates().departure())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The dates of all stays, whatever their units. */
    public List<StayDates> dates() {
        return stays.stream().map(BlockStay::dates).toList();
    }

    /**
     * The same for more stays as well. Where there would be more than {@link #MAX_STAYS}, those that were over by
     * {@code past} are forgotten, the oldest first, and then the last ones are left out.
     */
    public BlockFacts with(List<BlockStay> more, LocalDate past) {
        List<BlockStay> all = new ArrayList<>(stays);
        all.addAll(more);
        List<BlockStay> joined = new ArrayList<>(merged(all));
        while (joined.size() > MAX_STAYS
                && !joined.getFirst().dates().departure().isAfter(past)) {
            joined.removeFirst();
        }
        List<BlockStay> kept = joined.subList(0, Math.min(joined.size(), MAX_STAYS));
        return new BlockFacts(roomType, unit, kept, reason, note, assumptions);
    }

    /**
     * The same nights, said otherwise. Stays in the unit of the block go with it to {@code otherUnit}, and those that were
     * put elsewhere stay there as long as the room type does.
     */
    public BlockFacts with(
            @Nullable RoomTypeId otherType,
            @Nullable UnitId otherUnit,
            BlockReason otherReason,
            @Nullable String otherNote) {
        boolean sameType = Objects.equals(roomType, otherType);
        List<BlockStay> moved = stays.stream()
                .map(stay ->
                        sameType && !Objects.equals(stay.unit(), unit) ? stay : new BlockStay(stay.dates(), otherUnit))
                .toList();
        return new BlockFacts(otherType, otherUnit, moved, otherReason, otherNote, assumptions);
    }

    /** Whether it has as many stays and nights as the others, or more. */
    boolean covers(BlockFacts others) {
        return stays.size() >= others.stays.size() && nights() >= others.nights();
    }

    int nights() {
        return stays.stream().mapToInt(stay -> stay.dates().nights()).sum();
    }
}
