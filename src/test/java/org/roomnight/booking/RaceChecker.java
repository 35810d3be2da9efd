package org.roomnight.booking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.booking.SaleAttempt.Outcome;
import org.roomnight.kernel.PropertyId;

/** Looks for a broken promise with SQL of its own, on a plain connection, knowing nothing of the ledger. */
final class RaceChecker {

    private static final String DOUBLES = """
            SELECT unit, night, COUNT(*) AS claims FROM room_night WHERE property = ?
            GROUP BY unit, night HAVING COUNT(*) > 1
            """;
    private static final String NIGHTS = """
            SELECT c.holder, n.night FROM room_night n JOIN claim c ON c.property = n.property AND c.claim = n.claim
            WHERE n.property = ?
            """;

    private final Connection connection;
    private final PropertyId property;
    private final int units;

    RaceChecker(Connection connection, PropertyId property, int units) {
        this.connection = connection;
        this.property = property;
        this.units = units;
    }

    /** Sentences about what is wrong; empty when every promise was kept. */
    List<String> findings(List<SaleAttempt> history) throws SQLException {
        List<String> findings = new ArrayList<>(soldTwice());
        findings.addAll(lost(history));
        findings.addAll(inexplicable(history));
        return findings;
    }

    /** Also finds them where no primary key keeps them out. */
    List<String> soldTwice() throws SQLException {
        List<String> findings = new ArrayList<>();
        try (var statement = ofProperty(DOUBLES);
                var row = statement.executeQuery()) {
            while (row.next()) {
                findings.add("unit %s on %s is claimed %d times"
                        .formatted(row.getString("unit"), row.getString("night"), row.getInt("claims")));
            }
        }
        return findings;
    }

    private PreparedStatement ofProperty(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setObject(1, property.value());
        return statement;
    }

    private List<String> lost(List<SaleAttempt> history) throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        try (var statement = ofProperty(NIGHTS);
                var row = statement.executeQuery()) {
            while (row.next()) {
                stored.merge(row.getString("holder") + " " + row.getString("night"), 1, Integer::sum);
            }
        }
        Set<UUID> cancelled = new HashSet<>();
        history.stream().filter(one -> one.outcome() == Outcome.CANCELLED).forEach(one -> cancelled.add(one.booking()));
        List<String> findings = new ArrayList<>();
        for (SaleAttempt sale : history) {
            if (sale.outcome() == Outcome.SOLD && !cancelled.contains(sale.booking())) {
                sale.dates().everyNight().stream()
                        .filter(night -> stored.remove(sale.booking() + " " + night) == null)
                        .forEach(night ->
                                findings.add("acknowledged booking %s lacks %s".formatted(sale.booking(), night)));
            }
        }
        stored.keySet().forEach(night -> findings.add("nobody was told of " + night));
        return findings;
    }

    /**
     * A night is full at a moment when as many sales may have taken effect as there are units: begun by then, and not
     * given back for certain. A refusal without such a moment between its begin and its end has no legal order; neither
     * has a night on which more sales than units had ended for certain before any was given back.
     */
    private List<String> inexplicable(List<SaleAttempt> history) {
        Map<UUID, SaleAttempt> cancellations = new HashMap<>();
        Map<LocalDate, List<SaleAttempt>> sales = new HashMap<>();
        for (SaleAttempt one : history) {
            switch (one.outcome()) {
                case CANCELLED -> cancellations.put(one.booking(), one);
                case SOLD ->
                    one.dates()
                            .everyNight()
                            .forEach(night -> sales.computeIfAbsent(night, _ -> new ArrayList<>())
                                    .add(one));
                case REFUSED -> {}
            }
        }
        List<String> findings = new ArrayList<>();
        for (SaleAttempt refused : history) {
            if (refused.outcome() == Outcome.REFUSED
                    && refused.dates().everyNight().stream()
                            .noneMatch(
                                    night -> mayBeFull(refused, sales.getOrDefault(night, List.of()), cancellations))) {
                findings.add("refusal without a full night: " + refused.line());
            }
        }
        sales.forEach((night, sold) -> sold.stream()
                .filter(sale -> certainAt(sale.endedNanos(), sold, cancellations) > units)
                .forEach(sale -> findings.add("more sales than units on %s: %s".formatted(night, sale.line()))));
        return findings;
    }

    private boolean mayBeFull(SaleAttempt refused, List<SaleAttempt> sold, Map<UUID, SaleAttempt> cancellations) {
        return moments(refused, sold).stream().anyMatch(moment -> possibleAt(moment, sold, cancellations) >= units);
    }

    /** The number of possible sales only rises where a sale begins, so it is enough to look there and at the start. */
    private static List<Long> moments(SaleAttempt refused, List<SaleAttempt> sold) {
        List<Long> moments = new ArrayList<>(List.of(refused.beganNanos()));
        sold.stream()
                .map(SaleAttempt::beganNanos)
                .filter(began -> began > refused.beganNanos() && began < refused.endedNanos())
                .forEach(moments::add);
        return moments;
    }

    private static long possibleAt(long moment, List<SaleAttempt> sold, Map<UUID, SaleAttempt> cancellations) {
        return sold.stream()
                .filter(sale -> sale.beganNanos() <= moment)
                .filter(sale -> endOfCancelling(cancellations.get(sale.booking())) >= moment)
                .count();
    }

    private static long endOfCancelling(@Nullable SaleAttempt cancellation) {
        return cancellation == null ? Long.MAX_VALUE : cancellation.endedNanos();
    }

    /** Sales that had surely taken effect at a moment and had surely not been given back. */
    private static long certainAt(long moment, List<SaleAttempt> sold, Map<UUID, SaleAttempt> cancellations) {
        return sold.stream()
                .filter(sale -> sale.endedNanos() <= moment)
                .filter(sale -> {
                    SaleAttempt cancellation = cancellations.get(sale.booking());
                    return cancellation == null || cancellation.beganNanos() > moment;
                })
                .count();
    }
}
