package org.roomnight.rest;

import java.util.List;
import org.roomnight.http.FieldError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON object that a request carries, and its octets. */
@SuppressWarnings("ArrayRecordComponent") // never compared; only hashed for the idempotency key
record JsonBody(ObjectNode object, byte[] octets) {

    static JsonBody parse(byte[] octets) {
        JsonNode value = JsonText.parse(octets);
        if (value instanceof ObjectNode object) {
            return new JsonBody(object, octets);
        }
        throw Refusals.rulesBroken(List.of(new FieldError("", "The body must be a JSON object.")));
    }
}
