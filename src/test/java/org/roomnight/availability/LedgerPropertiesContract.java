package org.roomnight.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roomnight.AStay;
import org.roomnight.TestHouse;
import org.roomnight.availability.ClaimLabel.Party;
import org.roomnight.inventory.PutResult;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.BookingId;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.StayDates;
import org.roomnight.kernel.UnitId;

/** The ledger against a plain map, under random selling, recording, changing, cancelling and resizing. */
interface LedgerPropertiesContract {

    int STEPS = 120;
    int CALENDAR_NIGHTS = 25;
    StayDates CALENDAR = new StayDates(AStay.USUAL, AStay.USUAL.plusDays(CALENDAR_NIGHTS));

    TestHouse house();

    /** {@code -Dseed=7} runs that one again. */
    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, 4) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    default void the_ledger_agrees_with_a_plain_map(long seed) {
        Random random = new Random(seed);
        Walk walk = new Walk(house(), 1 + random.nextInt(4), random);
        for (int step = 0; step < STEPS; step++) {
            walk.step();
            walk.check("seed %d, step %d".formatted(seed, step));
        }
        walk.releaseAll();
        walk.check("seed %d, all released".formatted(seed));
        assertThat(walk.house.available(walk.type, CALENDAR.arrival(), CALENDAR_NIGHTS))
                .containsOnly(walk.model.units());
    }

    /** One random walk and its model. */
    final class Walk {

        private final TestHouse house;
        private final Random random;
        private final LedgerModel model;
        private RoomType type;

        Walk(TestHouse house, int units, Random random) {
            this.house = house;
            this.random = random;
            this.model = new LedgerModel(units);
            this.type = house.roomType("Suite " + random.nextInt(), units);
        }

        void step() {
            int choice = random.nextInt(100);
            if (choice < 35) {
                sell();
            } else if (choice < 50) {
                put(newClaim(), randomDates());
            } else if (choice < 70 && !model.claims().isEmpty()) {
                put(model.any(random), randomDates());
            } else if (choice < 92 && !model.claims().isEmpty()) {
                release(model.any(random));
            } else {
                resize(1 + random.nextInt(5));
            }
        }

        private StayDates randomDates() {
            int first = random.nextInt(CALENDAR_NIGHTS - 7);
            LocalDate arrival = CALENDAR.arrival().plusDays(first);
            return new StayDates(arrival, arrival.plusDays(1 + random.nextInt(7)));
        }

        private ClaimId newClaim() {
            return new ClaimId(house.identifiers().next());
        }

        private ClaimRequest request(ClaimId id, StayDates dates) {
            ClaimLabel label = new ClaimLabel(null, null, new Party(1, 0), null, null, null);
            return new ClaimRequest(id, new BookingId(new UUID(1, 1)), new Wanted(type, dates, label));
        }

        private void sell() {
            Map<ClaimId, Placement> before = placements();
            List<ClaimRequest> requests = List.of(request(newClaim(), randomDates()));
            ClaimPlan plan = house.ledger().plan(requests);
            StayDates dates = requests.getFirst().dates();
            switch (house.write(() -> house.ledger().claim(house.id(), plan))) {
                case ClaimResult.Claimed(List<Claim> claims) -> {
                    assertThat(model.full(dates)).isEmpty();
                    model.put(claims.getFirst().id(), dates);
                    assertThat(placements()).containsAllEntriesOf(before);
                }
                case ClaimResult.Taken(List<TakenNights> taken) ->
                    assertThat(taken.getFirst().nights()).isEqualTo(model.full(dates));
            }
        }

        private void put(ClaimId id, StayDates dates) {
            change(List.of(request(id, dates)), List.of());
            model.put(id, dates);
        }

        private void release(ClaimId id) {
            change(List.of(), List.of(id));
            model.remove(id);
        }

        private void change(List<ClaimRequest> wanted, List<ClaimId> unwanted) {
            house.write(() -> GivenClaims.change(house.ledger(), house.id(), wanted, unwanted, OnTaken.KEEP));
        }

        /** Fewer units are refused exactly when some night would lose a stay its unit. */
        private void resize(int units) {
            boolean fits = CALENDAR.everyNight().stream()
                    .allMatch(night -> units >= Math.min(model.units(), model.wanted(night)));
            Map<ClaimId, Placement> before = placements();
            switch (house.resize(type, units)) {
                case PutResult.Changed(RoomType now) -> {
                    assertThat(fits).isTrue();
                    type = now;
                    model.resize(units);
                }
                case PutResult.TooFewUnits<RoomType> _ -> {
                    assertThat(fits).isFalse();
                    assertThat(placements()).isEqualTo(before);
                }
                case PutResult<RoomType> other -> throw new AssertionError(other.toString());
            }
        }

        void releaseAll() {
            List.copyOf(model.claims().keySet()).forEach(this::release);
        }

        private List<Claim> stored() {
            return house.ledger().inRoomType(house.id(), type, CALENDAR.arrival(), CALENDAR.departure());
        }

        private Map<ClaimId, Placement> placements() {
            Map<ClaimId, Placement> placements = new HashMap<>();
            stored().forEach(claim -> placements.put(claim.id(), claim.placement()));
            return placements;
        }

        void check(String when) {
            Set<UnitId> units = Set.copyOf(type.unitIds());
            Set<String> taken = new HashSet<>();
            Map<ClaimId, StayDates> dates = new HashMap<>();
            Map<LocalDate, Integer> overbooked = new HashMap<>();
            for (Claim claim : stored()) {
                dates.put(claim.id(), claim.dates());
                List<LocalDate> nights =
                        new ArrayList<>(claim.placement().nights().keySet());
                nights.addAll(claim.placement().overbooked());
                assertThat(nights)
                        .as(when)
                        .containsExactlyInAnyOrderElementsOf(claim.dates().everyNight());
                assertThat(units)
                        .as(when)
                        .containsAll(claim.placement().nights().values());
                claim.placement()
                        .nights()
                        .forEach((night, unit) -> assertThat(taken.add(unit + " " + night))
                                .as("%s: %s on %s has one claim", when, unit, night)
                                .isTrue());
                claim.placement().overbooked().forEach(night -> overbooked.merge(night, 1, Integer::sum));
            }
            assertThat(dates).as(when).isEqualTo(model.claims());
            assertThat(overbooked).as(when).isEqualTo(model.overbooked());
            assertThat(house.available(type, CALENDAR.arrival(), CALENDAR_NIGHTS))
                    .as(when)
                    .isEqualTo(
                            CALENDAR.everyNight().stream().map(model::available).toList());
        }
    }
}
