package org.roomnight.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roomnight.availability.ClaimRows.ClaimDates;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.StayDates;

/** Counts claims night by night. */
final class NightCounts {

    private NightCounts() {}

    static List<NightCount> of(List<RoomType> types, StayDates range, List<ClaimDates> claims) {
        List<NightCount> counts = new ArrayList<>(types.size() * range.nights());
        for (RoomType type : types) {
            int[] booked = new int[range.nights()];
            int[] blocked = new int[range.nights()];
            for (ClaimDates claim : claims) {
                if (claim.roomType().equals(type.id())) {
                    add(claim.kind() == ClaimKind.BLOCK ? blocked : booked, range, claim.dates());
                }
            }
            for (int night = 0; night < booked.length; night++) {
                LocalDate date = range.arrival().plusDays(night);
                counts.add(new NightCount(type.id(), date, type.quantity(), booked[night], blocked[night]));
            }
        }
        return counts;
    }

    private static void add(int[] counts, StayDates range, StayDates dates) {
        long offset = range.arrival().toEpochDay();
        int from = (int) Math.max(0, dates.arrival().toEpochDay() - offset);
        int to = (int) Math.min(counts.length, dates.departure().toEpochDay() - offset);
        for (int night = from; night < to; night++) {
            counts[night]++;
        }
    }
}
