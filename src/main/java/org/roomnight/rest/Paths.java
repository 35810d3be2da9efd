package org.roomnight.rest;

import java.util.UUID;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.Uuids;

/** Addresses of this door. */
final class Paths {

    /** Everything of one property; {@code {id}} is its managing entity identifier. */
    static final String EXTRANET = "/api/managing-entity/{id}/extranet";

    private Paths() {}

    static String extranet(Property property) {
        return EXTRANET.replace("{id}", property.managingEntity().toString());
    }

    /** An identifier of an address; what is none names nothing. */
    static UUID identifier(String text) {
        return Uuids.parse(text).orElseThrow(Refusals::notFound);
    }
}
