package org.roomnight.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What the built-in authorization server can do (RFC 8414); it names only what is there. */
final class Metadata {

    static final String PATH = "/.well-known/oauth-authorization-server";

    private static final List<String> CLIENT_METHODS = List.of("client_secret_basic", "client_secret_post");

    private final byte[] octets;

    Metadata(String issuer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", issuer);
        json.put("token_endpoint", issuer + AuthorizationServerChain.TOKEN);
        json.put("token_endpoint_auth_methods_supported", CLIENT_METHODS);
        json.put("grant_types_supported", List.of("client_credentials"));
        json.put("response_types_supported", List.of());
        json.put(
                "scopes_supported",
                Arrays.stream(Scope.values()).map(Scope::text).toList());
        json.put("introspection_endpoint", issuer + AuthorizationServerChain.INTROSPECT);
        json.put("introspection_endpoint_auth_methods_supported", CLIENT_METHODS);
        json.put("revocation_endpoint", issuer + AuthorizationServerChain.REVOKE);
        json.put("revocation_endpoint_auth_methods_supported", CLIENT_METHODS);
        this.octets = JsonMapper.shared().writeValueAsBytes(json);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }
}
