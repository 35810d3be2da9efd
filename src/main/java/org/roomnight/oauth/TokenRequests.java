package org.roomnight.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads what clients send to the token endpoint. */
final class TokenRequests {

    private static final AuthenticationConverter GRANT = new OAuth2ClientCredentialsAuthenticationConverter();
    private static final AuthenticationConverter BASIC = new ClientSecretBasicAuthenticationConverter();
    private static final AuthenticationConverter BODY = new ClientSecretPostAuthenticationConverter();

    private TokenRequests() {}

    /** Who the client says it is. Using both ways in one request is refused (RFC 6749 §2.3). */
    static @Nullable Authentication client(HttpServletRequest request) {
        Authentication basic = BASIC.convert(request);
        Authentication body = BODY.convert(request);
        if (basic != null && body != null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return basic != null ? basic : body;
    }

    /**
     * The grant asked for; without a scope it is for all that the client is registered for. Scopes of the platform that mean
     * nothing here are left out, and the answer says what was granted (RFC 6749 §3.3).
     */
    static @Nullable Authentication grant(HttpServletRequest request) {
        if (!(GRANT.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked)) {
            return null;
        }
        Authentication principal = (Authentication) asked.getPrincipal();
        Set<String> scopes = asked.getScopes().isEmpty() ? registeredScopes(principal) : ofHere(asked.getScopes());
        return new OAuth2ClientCredentialsAuthenticationToken(principal, scopes, Map.of());
    }

    /** Nothing left is an invalid scope (RFC 6749 §5.2): a token that opens nothing helps nobody. */
    private static Set<String> ofHere(Set<String> asked) {
        Set<String> left = asked.stream()
                .filter(word -> !Scope.elsewhere(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (left.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        return left;
    }

    private static Set<String> registeredScopes(Authentication principal) {
        RegisteredClient client =
                principal instanceof OAuth2ClientAuthenticationToken token ? token.getRegisteredClient() : null;
        return client == null ? Set.of() : client.getScopes();
    }
}
