package org.roomnight.rest;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) onto what a GET would show. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode apply(Object shown, ObjectNode patch) {
        ObjectNode merged = JsonText.MAPPER.valueToTree(shown);
        merge(merged, patch);
        return merged;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode changed = target.get(member.getKey()) instanceof ObjectNode there
                        ? there
                        : JsonText.MAPPER.createObjectNode();
                merge(changed, inner);
                target.set(member.getKey(), changed);
            } else {
                target.set(member.getKey(), value);
            }
        }
    }
}
