package org.roomnight.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.roomnight.availability.DecisionListener;
import org.roomnight.storage.Transactions;

/** Counts what the night ledger decides; what a transaction took back again does not count. */
final class CountedDecisions implements DecisionListener {

    private final Transactions transactions;
    private final Map<Decision, Counter> counters = new EnumMap<>(Decision.class);

    CountedDecisions(Transactions transactions, MeterRegistry registry) {
        this.transactions = transactions;
        for (Decision decision : Decision.values()) {
            Counter counter = Counter.builder("roomnight.ledger.decisions")
                    .description("What became of requests for nights")
                    .tag("decision", decision.name().toLowerCase(Locale.ROOT))
                    .register(registry);
            counters.put(decision, counter);
        }
    }

    @Override
    public void decided(Decision decision, int times) {
        Counter counter = Objects.requireNonNull(counters.get(decision));
        if (transactions.writing()) {
            transactions.afterCommit(() -> counter.increment(times));
        } else {
            counter.increment(times);
        }
    }
}
