package org.roomnight.rest;

import org.roomnight.inventory.Property;

/** Addresses of this door. */
final class Paths {

    /** Everything of one property; {@code {id}} is its managing entity identifier. */
    static final String EXTRANET = "/api/managing-entity/{id}/extranet";

    private Paths() {}

    static String extranet(Property property) {
        return EXTRANET.replace("{id}", property.managingEntity().toString());
    }
}
