package org.roomnight.inventory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.PropertyId;

/** The properties of all accounts. What is another account's is answered like what does not exist. */
public interface Properties {

    Optional<Property> find(PropertyId id);

    Optional<Property> find(AccountId account, ManagingEntityId managingEntity);

    /** An account's properties in the order of their identifiers, after the given one, at most {@code size}. */
    List<Property> list(AccountId account, @Nullable ManagingEntityId after, int size);

    Put<Property> put(
            AccountId account, ManagingEntityId managingEntity, PropertyFacts facts, ExpectedVersion expected);
}
