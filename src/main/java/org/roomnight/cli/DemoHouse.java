package org.roomnight.cli;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.roomnight.inventory.Accounts;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.inventory.PutResult;
import org.roomnight.inventory.RoomType;
import org.roomnight.inventory.RoomType.RoomTypeFacts;
import org.roomnight.inventory.RoomTypes;
import org.roomnight.kernel.AccountId;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.kernel.RoomTypeId;

/** Harbour House in Lisbon: the demo's property with its rooms. */
final class DemoHouse {

    static final String NAME = "Harbour House";
    static final ManagingEntityId ID = new ManagingEntityId(UUID.fromString("e2c7b4d3-1a8f-4e9c-b5d6-3a9f0e7c2b18"));
    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private static final String ACCOUNT = "Demo";

    /** The same in every demo, so that what is written about it stays true. */
    private record Rooms(String id, RoomTypeFacts facts) {}

    private static final List<Rooms> ROOMS = List.of(
            new Rooms(
                    "5b0f6a52-7c1e-4d83-9f24-6e0d1c3a7b91",
                    new RoomTypeFacts("Lighthouse Suite", List.of("Lighthouse"), "#b5543c")),
            new Rooms(
                    "8d3c2e17-40b9-4f6a-8e55-2f7b9d0c6a13",
                    new RoomTypeFacts(
                            "Garden Apartment", List.of("Camellia", "Jasmine", "Magnolia", "Wisteria"), "#4f7f52")),
            new Rooms(
                    "c49e1f08-6d2b-4a7c-b3f1-90a5e8d47c26",
                    new RoomTypeFacts("Harbour Double", numbered(), "#2f6b9a")));

    private final Accounts accounts;
    private final Properties properties;
    private final RoomTypes roomTypes;

    DemoHouse(Accounts accounts, Properties properties, RoomTypes roomTypes) {
        this.accounts = accounts;
        this.properties = properties;
        this.roomTypes = roomTypes;
    }

    /** Rooms 101 to 106 and 201 to 206. */
    private static List<String> numbered() {
        List<String> names = new ArrayList<>();
        for (int floor = 1; floor <= 2; floor++) {
            for (int room = 1; room <= 6; room++) {
                names.add("Room %d%02d".formatted(floor, room));
            }
        }
        return names;
    }

    /** The house with its rooms; whatever of it is missing is made. */
    Property findOrMake() {
        AccountId account = accounts.list().stream()
                .filter(known -> known.name().equals(ACCOUNT))
                .map(Accounts.Account::id)
                .findFirst()
                .orElseGet(() -> accounts.create(ACCOUNT).id());
        Property house = properties.find(account, ID).orElseGet(() -> make(account));
        for (Rooms rooms : ROOMS) {
            RoomTypeId id = new RoomTypeId(UUID.fromString(rooms.id()));
            if (roomTypes.find(house.id(), id).isEmpty()) {
                roomTypes.put(house.id(), id, rooms.facts(), new ExpectedVersion.Unsaid());
            }
        }
        return house;
    }

    private Property make(AccountId account) {
        PropertyFacts facts = new PropertyFacts(NAME, ZONE, LocalTime.of(15, 0), LocalTime.of(11, 0));
        PutResult<Property> put = properties.put(account, ID, facts, new ExpectedVersion.Unsaid());
        if (put instanceof PutResult.Created<Property>(Property now)) {
            return now;
        }
        throw new IllegalStateException("the demo's property was made by somebody else");
    }

    /** The smallest room type first. */
    List<RoomType> rooms(Property house) {
        return ROOMS.stream()
                .map(rooms -> new RoomTypeId(UUID.fromString(rooms.id())))
                .map(id -> roomTypes.find(house.id(), id).orElseThrow())
                .toList();
    }
}
