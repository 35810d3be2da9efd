package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.IdempotencyKey;
import org.roomnight.keys.Sha256;
import org.roomnight.oauth.Caller;
import org.springframework.web.servlet.HandlerMapping;

/** Reads the Idempotency-Key of a request; keys of one client say nothing about those of another. */
final class IdempotencyKeys {

    private static final String HEADER = "Idempotency-Key";

    private IdempotencyKeys() {}

    static @Nullable IdempotencyKey of(HttpServletRequest request, Caller caller, byte[] body) {
        String route = route(request);
        List<String> said = Collections.list(request.getHeaders(HEADER));
        if (said.isEmpty()) {
            return null;
        }
        String key = said.getFirst();
        boolean printable = key.chars().allMatch(c -> c >= ' ' && c != 0x7F);
        if (said.size() > 1 || key.isBlank() || key.length() > IdempotencyKey.MAX_LENGTH || !printable) {
            throw Refusals.badRequest(
                    "idempotency-key-malformed",
                    "Malformed idempotency key",
                    "%s must be one text of 1 to %d characters without control characters."
                            .formatted(HEADER, IdempotencyKey.MAX_LENGTH));
        }
        return new IdempotencyKey(caller.clientId(), route, key, fingerprint(route, body));
    }

    /** The call without its property, which is part of every stored key; older addresses are the same call. */
    private static String route(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return request.getMethod() + " " + pattern.replaceFirst("^/api/[^/]+/\\{id}(/extranet)?", "");
    }

    private static String fingerprint(String route, byte[] body) {
        MessageDigest digest = Sha256.digest();
        digest.update((route + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}
