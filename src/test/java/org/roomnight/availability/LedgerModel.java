package org.roomnight.availability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.StayDates;

/** What a plain map says of one room type: who wants which nights, and how many units there are. */
final class LedgerModel {

    private final Map<ClaimId, StayDates> claims = new LinkedHashMap<>();
    private int units;

    LedgerModel(int units) {
        this.units = units;
    }

    int units() {
        return units;
    }

    void resize(int units) {
        this.units = units;
    }

    void put(ClaimId claim, StayDates dates) {
        claims.put(claim, dates);
    }

    void remove(ClaimId claim) {
        claims.remove(claim);
    }

    Map<ClaimId, StayDates> claims() {
        return claims;
    }

    ClaimId any(RandomGenerator random) {
        List<ClaimId> all = List.copyOf(claims.keySet());
        return all.get(random.nextInt(all.size()));
    }

    int wanted(LocalDate night) {
        return (int)
                claims.values().stream().filter(dates -> dates.covers(night)).count();
    }

    int available(LocalDate night) {
        return Math.max(0, units - wanted(night));
    }

    List<LocalDate> full(StayDates dates) {
        return dates.everyNight().stream()
                .filter(night -> available(night) == 0)
                .toList();
    }

    Map<LocalDate, Integer> overbooked() {
        Map<LocalDate, Integer> nights = new HashMap<>();
        claims.values().stream()
                .flatMap(dates -> dates.everyNight().stream())
                .distinct()
                .forEach(night -> {
                    if (wanted(night) > units) {
                        nights.put(night, wanted(night) - units);
                    }
                });
        return nights;
    }
}
