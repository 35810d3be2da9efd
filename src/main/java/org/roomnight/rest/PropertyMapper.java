package org.roomnight.rest;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.Property;
import org.roomnight.inventory.Property.BlocksOverStays;
import org.roomnight.inventory.Property.PropertyFacts;
import org.roomnight.inventory.RegionZone;
import org.roomnight.kernel.ManagingEntityId;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a client says of a property. */
final class PropertyMapper {

    private static final LocalTime USUAL_CHECK_IN = LocalTime.of(15, 0);
    private static final LocalTime USUAL_CHECK_OUT = LocalTime.of(11, 0);

    private PropertyMapper() {}

    /** {@code stored} is null for a property that is to be made. */
    static PropertyFacts facts(ObjectNode object, ManagingEntityId id, @Nullable Property stored) {
        Members members = Members.of(object);
        members.sameAs("identifier", id.value());
        hotelIdentifier(members, stored);
        String name = members.requiredLine("name", PropertyFacts.MAX_NAME);
        ZoneId zone = zone(members);
        LocalTime checkIn = time(members, "checkInTime", USUAL_CHECK_IN);
        LocalTime checkOut = time(members, "checkOutTime", USUAL_CHECK_OUT);
        BlocksOverStays blocksOverStays = JsonWords.read(members, "blocksOverStays", BlocksOverStays.KEEP);
        members.ignored("version");
        members.refuseUnknown();
        members.refuseIfBroken();
        return new PropertyFacts(name, zone, checkIn, checkOut, blocksOverStays);
    }

    private static void hotelIdentifier(Members members, @Nullable Property stored) {
        UUID said = members.uuid("hotelIdentifier");
        if (said != null && (stored == null || !said.equals(stored.id().value()))) {
            members.broken("hotelIdentifier", "is made by this server: leave it out, or send it as you read it");
        }
    }

    private static ZoneId zone(Members members) {
        Optional<ZoneId> zone = Optional.ofNullable(members.line("timeZone", RegionZone.MAX_LENGTH))
                .flatMap(RegionZone::parse);
        if (zone.isEmpty()) {
            members.missing("timeZone", RegionZone.RULE);
        }
        return zone.orElse(ZoneOffset.UTC);
    }

    private static LocalTime time(Members members, String name, LocalTime usual) {
        String text = members.line(name, 5);
        if (text == null) {
            return usual;
        }
        if (text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            return LocalTime.parse(text);
        }
        members.broken(name, "must be a time of day as HH:mm");
        return usual;
    }
}
