package org.roomnight.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What of a recorded booking, or of an entry of a calendar app, was not taken as it was sent: where, the value sent, the
 * one stored (null: none), and a sentence for people. Long texts are cut in it.
 */
record Warning(
        String pointer, @Nullable JsonNode sent, @Nullable JsonNode stored, String detail) {

    /** Most warnings of one booking; who has more has another problem. */
    static final int MAX = 50;

    /** As it is stored, null for none. */
    static @Nullable String text(List<Warning> warnings) {
        return warnings.isEmpty() ? null : JsonText.MAPPER.writeValueAsString(warnings);
    }

    static List<Warning> parse(@Nullable String text) {
        return text == null ? List.of() : List.of(JsonText.MAPPER.readValue(text, Warning[].class));
    }
}
