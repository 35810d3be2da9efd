package org.roomnight.inventory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.roomnight.inventory.RoomType.RoomTypeFacts;
import org.roomnight.inventory.RoomType.Unit;
import org.roomnight.inventory.RoomTypeRows.Edition;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.RoomTypeId;
import org.roomnight.kernel.UnitId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

/** The room types of a property and their units. */
public final class RoomTypes {

    /** Most room types of one property. */
    public static final int MAX_ROOM_TYPES = 500;

    private final RoomTypeRows rows;
    private final RoomTypeCache known;
    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final Supplier<List<InventoryListener>> listeners;

    RoomTypes(
            Database database,
            IdentifierSource identifiers,
            InstantSource clock,
            Supplier<List<InventoryListener>> listeners) {
        this.rows = new RoomTypeRows(database.jdbc(), clock);
        this.transactions = database.transactions();
        this.known = new RoomTypeCache(rows, transactions);
        this.identifiers = identifiers;
        this.listeners = listeners;
    }

    /** All room types of a property, by name. */
    public List<RoomType> list(PropertyId property) {
        return transactions.read(() -> known.list(property));
    }

    public Optional<RoomType> find(PropertyId property, RoomTypeId id) {
        return transactions.read(() -> known.find(property, id));
    }

    /** The room type whose calendar has this name in its address. */
    public Optional<RoomType> findBySlug(PropertyId property, String slug) {
        return transactions.read(() -> rows.ofSlug(property, slug).flatMap(id -> known.find(property, id)));
    }

    /** Whether this is what is stored now, so that a caller who looked earlier notices a change. */
    public boolean current(RoomType seen) {
        return transactions
                .read(() -> rows.edition(seen.property(), seen.id()))
                .map(Edition::version)
                .equals(Optional.of(seen.version()));
    }

    /** The room type that a name means: see {@link RoomNames#named}. */
    public Optional<RoomType> findByName(PropertyId property, String name) {
        return RoomNames.named(list(property), name);
    }

    /** The name of a unit, also of a retired one. */
    public Optional<String> unitName(PropertyId property, UnitId unit) {
        return transactions.read(() -> rows.unitName(property, unit));
    }

    public PutResult<RoomType> put(PropertyId property, RoomTypeId id, RoomTypeFacts facts, ExpectedVersion expected) {
        return transactions.write(property, () -> {
            Optional<RoomType> stored = rows.find(property, id);
            return PutResult.<RoomType>mismatch(
                            expected, stored.map(RoomType::version).orElse(null))
                    .orElseGet(() ->
                            stored.map(found -> change(found, facts)).orElseGet(() -> create(property, id, facts)));
        });
    }

    private PutResult<RoomType> create(PropertyId property, RoomTypeId id, RoomTypeFacts facts) {
        Aliases aliases = facts.aliases(Aliases.NONE, facts.name());
        Optional<RoomType> bound = boundElsewhere(property, id, aliases);
        if (bound.isPresent()) {
            return new PutResult.RateBound<>(bound.get());
        }
        String slug = Slugs.from(facts.name(), namesTaken(property));
        UnitPlan plan = UnitPlan.of(List.of(), facts.unitNames(), this::newUnit);
        RoomType now =
                new RoomType(id, property, facts.name(), slug, facts.color(), plan.units(), aliases, Version.FIRST);
        rows.insert(now);
        rows.saveUnits(now, List.of());
        listeners.get().forEach(listener -> listener.roomTypeChanged(now));
        return new PutResult.Created<>(now);
    }

    /** A rate is sold as one room type; who binds it to two would not know where its guests sleep. */
    private Optional<RoomType> boundElsewhere(PropertyId property, RoomTypeId id, Aliases aliases) {
        return aliases.roomRates().isEmpty()
                ? Optional.empty()
                : rows.list(property).stream()
                        .filter(type -> !type.id().equals(id))
                        .filter(type -> !Collections.disjoint(type.aliases().roomRates(), aliases.roomRates()))
                        .findFirst();
    }

    /** Who makes something of one of these names looks in a write of the property too, so no two get the same. */
    private Set<String> namesTaken(PropertyId property) {
        Set<String> taken = rows.list(property).stream().map(RoomType::slug).collect(Collectors.toSet());
        listeners.get().forEach(listener -> taken.addAll(listener.namesTaken(property)));
        return taken;
    }

    private PutResult<RoomType> change(RoomType stored, RoomTypeFacts facts) {
        Aliases aliases = facts.aliases(stored.aliases(), stored.name());
        Optional<RoomType> bound = boundElsewhere(stored.property(), stored.id(), aliases);
        if (bound.isPresent()) {
            return new PutResult.RateBound<>(bound.get());
        }
        UnitPlan plan = UnitPlan.of(stored.units(), facts.unitNames(), this::newUnit);
        List<LocalDate> misfits = retire(stored, plan.retired());
        if (!misfits.isEmpty()) {
            return new PutResult.TooFewUnits<>(misfits);
        }
        RoomType now = new RoomType(
                stored.id(),
                stored.property(),
                facts.name(),
                stored.slug(),
                facts.color(),
                plan.units(),
                aliases,
                stored.version().next());
        rows.update(now);
        rows.saveUnits(now, plan.retired());
        listeners.get().forEach(listener -> listener.roomTypeChanged(now));
        return new PutResult.Changed<>(now);
    }

    private List<LocalDate> retire(RoomType stored, List<Unit> retired) {
        if (retired.isEmpty()) {
            return List.of();
        }
        return listeners.get().stream()
                .flatMap(listener -> listener.retiring(stored, retired).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Removes a room type that no claim ever used. */
    public Removal remove(PropertyId property, RoomTypeId id, ExpectedVersion expected) {
        return transactions.write(
                property,
                () -> rows.find(property, id)
                        .map(stored -> remove(stored, expected))
                        .orElseGet(Removal.Unknown::new));
    }

    /** How a removal ended. */
    public sealed interface Removal {
        record Removed() implements Removal {}

        record Unknown() implements Removal {}

        record Stale() implements Removal {}

        /** Something was or is booked in it on these nights; it stays, for history has to stay readable. */
        record InUse(List<LocalDate> nights) implements Removal {
            public InUse {
                nights = List.copyOf(nights);
            }
        }
    }

    private Removal remove(RoomType stored, ExpectedVersion expected) {
        if (!expected.accepts(stored.version())) {
            return new Removal.Stale();
        }
        List<LocalDate> used = listeners.get().stream()
                .flatMap(listener -> listener.nightsUsed(stored).stream())
                .distinct()
                .sorted()
                .toList();
        if (!used.isEmpty()) {
            return new Removal.InUse(used);
        }
        rows.delete(stored);
        listeners.get().forEach(listener -> listener.roomTypeRemoved(stored));
        transactions.afterCommit(() -> known.forget(stored));
        return new Removal.Removed();
    }

    private UnitId newUnit() {
        return new UnitId(identifiers.next());
    }
}
