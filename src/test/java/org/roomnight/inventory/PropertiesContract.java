package org.roomnight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roomnight.TestHouse;
import org.roomnight.inventory.Property.BlocksOverStays;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.Version;

/** What both databases promise of accounts and properties. */
interface PropertiesContract {

    PropertyFacts FACTS =
            new PropertyFacts("Casa São João", ZoneId.of("Atlantic/Azores"), LocalTime.of(16, 30), LocalTime.of(10, 0));

    TestHouse house();

    default Properties properties() {
        return house().properties();
    }

    default AccountId account() {
        return house().property().account();
    }

    default ManagingEntityId newIdentifier() {
        return new ManagingEntityId(house().identifiers().next());
    }

    default Property created(ManagingEntityId identifier) {
        PutResult<Property> put = properties().put(account(), identifier, FACTS, new ExpectedVersion.Unsaid());
        return ((PutResult.Created<Property>) put).now();
    }

    @Test
    default void a_property_is_found_as_it_was_written() {
        Property made = created(newIdentifier());

        assertThat(made.facts()).isEqualTo(FACTS);
        assertThat(made.version()).isEqualTo(Version.FIRST);
        assertThat(properties().find(made.id())).contains(made);
        assertThat(properties().find(account(), made.managingEntity())).contains(made);
    }

    @Test
    default void a_second_write_needs_the_stored_version() {
        Property made = created(newIdentifier());
        PropertyFacts renamed =
                new PropertyFacts("Casa", FACTS.timeZone(), FACTS.checkIn(), FACTS.checkOut(), BlocksOverStays.REFUSE);

        assertThat(put(made, renamed, new ExpectedVersion.Unsaid()))
                .isEqualTo(new PutResult.VersionNeeded<Property>(Version.FIRST));
        assertThat(put(made, renamed, new ExpectedVersion.Exactly(new Version(7))))
                .isEqualTo(new PutResult.Stale<Property>());
        assertThat(properties().find(made.id())).contains(made);

        Property now =
                ((PutResult.Changed<Property>) put(made, renamed, new ExpectedVersion.Exactly(Version.FIRST))).now();
        assertThat(now.version()).isEqualTo(new Version(2));
        assertThat(properties().find(made.id())).contains(now);
    }

    private PutResult<Property> put(Property property, PropertyFacts facts, ExpectedVersion expected) {
        return properties().put(property.account(), property.managingEntity(), facts, expected);
    }

    @Test
    default void writing_the_same_again_keeps_the_version() {
        Property made = created(newIdentifier());

        assertThat(put(made, FACTS, new ExpectedVersion.Any())).isEqualTo(new PutResult.Changed<>(made));
    }

    @Test
    default void a_version_of_what_does_not_exist_is_stale() {
        ManagingEntityId unknown = newIdentifier();

        assertThat(properties().put(account(), unknown, FACTS, new ExpectedVersion.Any()))
                .isEqualTo(new PutResult.Stale<Property>());
        assertThat(properties().find(account(), unknown)).isEmpty();
    }

    @Test
    default void two_accounts_may_give_the_same_identifier_and_see_only_their_own() {
        ManagingEntityId shared = newIdentifier();
        Property ours = created(shared);
        AccountId other = house().accounts().create("Other Hotels").id();

        assertThat(properties().find(other, shared)).isEmpty();
        PutResult<Property> theirs = properties().put(other, shared, FACTS, new ExpectedVersion.Unsaid());

        assertThat(((PutResult.Created<Property>) theirs).now().id()).isNotEqualTo(ours.id());
        assertThat(properties().find(account(), shared)).contains(ours);
    }

    @Test
    default void pages_of_a_list_follow_each_other_in_the_order_of_identifiers() {
        AccountId account = house().accounts().create("Long list").id();
        List<String> identifiers = List.of(
                "00000000-0000-0000-0000-000000000001",
                "7fffffff-0000-4000-8000-000000000000",
                "80000000-0000-4000-8000-000000000000",
                "ffffffff-0000-4000-8000-000000000000");
        identifiers.forEach(text -> properties()
                .put(account, new ManagingEntityId(UUID.fromString(text)), FACTS, new ExpectedVersion.Unsaid()));

        List<Property> first = properties().list(account, null, 3);
        List<Property> second = properties().list(account, first.getLast().managingEntity(), 3);

        assertThat(first)
                .extracting(p -> p.managingEntity().toString())
                .containsExactlyElementsOf(identifiers.subList(0, 3));
        assertThat(second).extracting(p -> p.managingEntity().toString()).containsExactly(identifiers.getLast());
    }

    @Test
    default void accounts_are_listed() {
        Accounts.Account made = house().accounts().create("Zeta");

        assertThat(house().accounts().list()).contains(made);
    }
}
