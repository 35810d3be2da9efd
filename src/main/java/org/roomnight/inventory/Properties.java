package org.roomnight.inventory;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Version;
import org.roomnight.storage.Database;
import org.roomnight.storage.Transactions;

/** The properties of all accounts. What is another account's is answered like what does not exist. */
public final class Properties {

    private final PropertyRows rows;
    private final Transactions transactions;
    private final IdentifierSource identifiers;
    private final Supplier<List<InventoryListener>> listeners;

    Properties(
            Database database,
            IdentifierSource identifiers,
            InstantSource clock,
            Supplier<List<InventoryListener>> listeners) {
        this.rows = new PropertyRows(database.jdbc(), clock);
        this.transactions = database.transactions();
        this.identifiers = identifiers;
        this.listeners = listeners;
    }

    public Optional<Property> find(PropertyId id) {
        return transactions.read(() -> rows.find(id));
    }

    public Optional<Property> find(AccountId account, ManagingEntityId managingEntity) {
        return transactions.read(() -> rows.find(account, managingEntity));
    }

    /** An account's properties in the order of their identifiers, after the given one, at most {@code size}. */
    public List<Property> list(AccountId account, @Nullable ManagingEntityId after, int size) {
        return transactions.read(() -> rows.list(account, after, size));
    }

    public PutResult<Property> put(
            AccountId account, ManagingEntityId managingEntity, PropertyFacts facts, ExpectedVersion expected) {
        PropertyId id =
                find(account, managingEntity).map(Property::id).orElseGet(() -> new PropertyId(identifiers.next()));
        return transactions.write(id, () -> {
            Optional<Property> stored = find(account, managingEntity);
            return PutResult.<Property>mismatch(
                            expected, stored.map(Property::version).orElse(null))
                    .orElseGet(() -> stored.map(found -> change(found, facts))
                            .orElseGet(() -> create(id, account, managingEntity, facts)));
        });
    }

    private PutResult<Property> create(
            PropertyId id, AccountId account, ManagingEntityId managingEntity, PropertyFacts facts) {
        Property now = new Property(id, account, managingEntity, facts, Version.FIRST);
        if (!rows.insert(now)) {
            return new PutResult.VersionNeeded<>(Version.FIRST); // another node made it a moment ago
        }
        listeners.get().forEach(listener -> listener.propertyChanged(now));
        return new PutResult.Created<>(now);
    }

    private PutResult<Property> change(Property stored, PropertyFacts facts) {
        if (facts.equals(stored.facts())) {
            return new PutResult.Changed<>(stored);
        }
        Property now = new Property(
                stored.id(),
                stored.account(),
                stored.managingEntity(),
                facts,
                stored.version().next());
        rows.update(now);
        listeners.get().forEach(listener -> listener.propertyChanged(now));
        return new PutResult.Changed<>(now);
    }
}
