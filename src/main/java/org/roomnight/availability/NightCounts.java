package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roomnight.availability.ClaimRows.ClaimDates;
import org.roomnight.availability.NightRows.Overbooked;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;

/** Counts claims night by night. */
final class NightCounts {

    private NightCounts() {}

    static List<NightCount> of(
            List<RoomType> types, StayDates range, List<ClaimDates> claims, List<Overbooked> overbooked) {
        List<NightCount> counts = new ArrayList<>(types.size() * range.nights());
        for (RoomType type : types) {
            int[] booked = new int[range.nights()];
            int[] blocked = new int[range.nights()];
            for (ClaimDates claim : claims) {
                if (claim.roomType().equals(type.id())) {
                    add(claim.kind() == ClaimKind.BLOCK ? blocked : booked, range, claim.dates());
                }
            }
            int[] withoutUnit = new int[range.nights()];
            overbooked.stream()
                    .filter(one -> one.roomType().equals(type.id()))
                    .forEach(one -> withoutUnit[index(range, one.night())] = one.claims());
            for (int night = 0; night < booked.length; night++) {
                LocalDate date = range.arrival().plusDays(night);
                counts.add(new NightCount(
                        type.id(), date, type.quantity(), booked[night], blocked[night], withoutUnit[night]));
            }
        }
        return counts;
    }

    private static void add(int[] counts, StayDates range, StayDates dates) {
        int from = Math.max(0, index(range, dates.arrival()));
        int to = Math.min(counts.length, index(range, dates.departure()));
        for (int night = from; night < to; night++) {
            counts[night]++;
        }
    }

    private static int index(StayDates range, LocalDate night) {
        return (int) (night.toEpochDay() - range.arrival().toEpochDay());
    }
}
