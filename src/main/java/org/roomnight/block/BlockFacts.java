package org.roomnight.block;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/**
 * What staff say of a block: one unit of a room type, or every unit of the property when {@code roomType} is null. With
 * a {@code unit} it is that one. {@code stays} are in date order and overlap nowhere, whatever was given; there is
 * always one. Broken limits are an {@link IllegalArgumentException}: a door names them first.
 */
public record BlockFacts(
        @Nullable RoomTypeId roomType,
        @Nullable UnitId unit,
        List<StayDates> stays,
        BlockReason reason,
        @Nullable String note) {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = 2_000;

    /** Most stays of one block: an entry of a calendar app that recurs each week, for nineteen years. */
    public static final int MAX_STAYS = 1_000;

    public BlockFacts {
        stays = merged(stays);
        if (unit != null && roomType == null) {
            throw new IllegalArgumentException("a unit without its room type");
        }
        if (stays.isEmpty() || stays.size() > MAX_STAYS) {
            throw new IllegalArgumentException("a block has 1 to %d stays".formatted(MAX_STAYS));
        }
        if (note != null && note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("a note has at most %d characters".formatted(MAX_NOTE));
        }
    }

    /** Stays that touch remain two; what would be too long for one stay remains two that touch. */
    private static List<StayDates> merged(List<StayDates> stays) {
        List<StayDates> sorted = stays.stream()
                .sorted(Comparator.comparing(StayDates::arrival).thenComparing(StayDates::departure))
                .toList();
        List<StayDates> merged = new ArrayList<>();
        for (StayDates stay : sorted) {
            if (merged.isEmpty() || !merged.getLast().overlaps(stay)) {
                merged.add(stay);
            } else if (stay.departure().isAfter(merged.getLast().departure())) {
                extend(merged, stay.departure());
            }
        }
        return List.copyOf(merged);
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
        return stays.getFirst().arrival();
    }

    public LocalDate lastDeparture() {
        return stays.getLast().departure();
    }

    /**
     * The same for more stays as well. Where there would be more than {@link #MAX_STAYS}, those that were over by
     * {@code past} are forgotten, the oldest first, and then the last ones are left out.
     */
    public BlockFacts with(List<StayDates> more, LocalDate past) {
        List<StayDates> all = new ArrayList<>(stays);
        all.addAll(more);
        List<StayDates> joined = new ArrayList<>(merged(all));
        while (joined.size() > MAX_STAYS && !joined.getFirst().departure().isAfter(past)) {
            joined.removeFirst();
        }
        List<StayDates> kept = joined.subList(0, Math.min(joined.size(), MAX_STAYS));
        return new BlockFacts(roomType, unit, kept, reason, note);
    }

    int nights() {
        return stays.stream().mapToInt(StayDates::nights).sum();
    }
}
