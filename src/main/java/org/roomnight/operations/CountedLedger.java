package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roomnight.availability.Claim;
import org.roomnight.availability.ClaimPlan;
import org.roomnight.availability.ClaimRequest;
import org.roomnight.availability.ClaimResult;
import org.roomnight.availability.NightCount;
import org.roomnight.availability.NightLedger;
import org.roomnight.inventory.RoomType;
import org.roomnight.kernel.ClaimId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.StayDates;
import org.roomnight.storage.Transactions;

/** The night ledger with its decisions counted; what a transaction took back again does not count. */
final class CountedLedger implements NightLedger {

    private final NightLedger ledger;
    private final Transactions transactions;
    private final Counter sold;
    private final Counter refused;
    private final Counter recorded;
    private final Counter released;

    CountedLedger(NightLedger ledger, Transactions transactions, MeterRegistry registry) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.sold = decision(registry, "sold");
        this.refused = decision(registry, "refused");
        this.recorded = decision(registry, "recorded");
        this.released = decision(registry, "released");
    }

    private static Counter decision(MeterRegistry registry, String decision) {
        return Counter.builder("roomnight.ledger.decisions")
                .description("What became of requests for nights")
                .tag("decision", decision)
                .register(registry);
    }

    /** Most refusals come to light here, in a read, and the caller has no reason to claim such a plan any more. */
    @Override
    public ClaimPlan plan(PropertyId property, List<ClaimRequest> requests) {
        ClaimPlan plan = ledger.plan(property, requests);
        if (!plan.taken().isEmpty()) {
            refused.increment();
        }
        return plan;
    }

    @Override
    public ClaimResult claim(PropertyId property, ClaimPlan plan) {
        ClaimResult result = ledger.claim(property, plan);
        switch (result) {
            case ClaimResult.Claimed _ -> transactions.afterCommit(sold::increment);
            case ClaimResult.Taken _ when plan.taken().isEmpty() -> transactions.afterCommit(refused::increment);
            case ClaimResult.Taken _ -> {} // counted when it was planned
        }
        return result;
    }

    @Override
    public Claim record(PropertyId property, ClaimRequest request) {
        Claim claim = ledger.record(property, request);
        transactions.afterCommit(recorded::increment);
        return claim;
    }

    @Override
    public List<Claim> change(PropertyId property, List<Claim> held, List<ClaimRequest> wanted) {
        List<Claim> added = ledger.change(property, held, wanted);
        countChange(held, wanted);
        return added;
    }

    @Override
    public ClaimResult changeIfFree(PropertyId property, List<Claim> held, List<ClaimRequest> wanted) {
        ClaimResult result = ledger.changeIfFree(property, held, wanted);
        switch (result) {
            case ClaimResult.Claimed _ -> countChange(held, wanted);
            case ClaimResult.Taken _ -> transactions.afterCommit(refused::increment);
        }
        return result;
    }

    private void countChange(List<Claim> held, List<ClaimRequest> wanted) {
        Set<ClaimId> kept = wanted.stream().map(ClaimRequest::id).collect(Collectors.toSet());
        long unwanted =
                held.stream().filter(claim -> !kept.contains(claim.id())).count();
        transactions.afterCommit(() -> {
            recorded.increment(wanted.size());
            released.increment((double) unwanted);
        });
    }

    @Override
    public void release(PropertyId property, ClaimId claim) {
        ledger.release(property, claim);
        transactions.afterCommit(released::increment);
    }

    @Override
    public Optional<Claim> find(PropertyId property, ClaimId claim) {
        return ledger.find(property, claim);
    }

    @Override
    public List<Claim> ofHolder(PropertyId property, UUID holder) {
        return ledger.ofHolder(property, holder);
    }

    @Override
    public Map<UUID, List<Claim>> ofHolders(PropertyId property, List<UUID> holders) {
        return ledger.ofHolders(property, holders);
    }

    @Override
    public List<Claim> inRoomType(PropertyId property, RoomType roomType, LocalDate from, LocalDate to) {
        return ledger.inRoomType(property, roomType, from, to);
    }

    @Override
    public List<Claim> clashing(PropertyId property, RoomType roomType, StayDates dates, int waiting) {
        return ledger.clashing(property, roomType, dates, waiting);
    }

    @Override
    public List<NightCount> count(PropertyId property, List<RoomType> roomTypes, StayDates range) {
        return ledger.count(property, roomTypes, range);
    }

    @Override
    public List<LocalDate> full(PropertyId property, int units, LocalDate from, LocalDate to) {
        return ledger.full(property, units, from, to);
    }
}
