package org.roomnight.rest;

import org.jspecify.annotations.Nullable;
import org.roomnight.booking.BookingFacts;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is said of a cancellation; a text that is too long or of another type must not keep nights from sale. */
final class CancellationReader {

    private CancellationReader() {}

    /** As JSON, null where nothing is said; a body may be missing. */
    static @Nullable String said(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        FactMembers members = FactMembers.of(JsonBody.parse(body).object());
        ObjectNode said = JsonText.MAPPER.createObjectNode();
        String reason = members.lines("reason", BookingFacts.MAX_REQUESTS);
        String type = members.line("cancellationType", BookingFacts.MAX_TEXT);
        if (reason != null) {
            said.put("reason", reason);
        }
        if (type != null) {
            said.put("cancellationType", type);
        }
        return said.isEmpty() ? null : JsonText.MAPPER.writeValueAsString(said);
    }
}
