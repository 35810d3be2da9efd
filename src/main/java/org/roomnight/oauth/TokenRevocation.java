package org.roomnight.oauth;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/** Ends a token of the asking client's account (RFC 7009); any other token gets the same answer and lives on. */
final class TokenRevocation implements AuthenticationProvider {

    private final Tokens tokens;
    private final Clients clients;

    TokenRevocation(Tokens tokens, Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var asked = (OAuth2TokenRevocationAuthenticationToken) authentication;
        Authentication asker = (Authentication) asked.getPrincipal();
        clients.find(asker.getName()).ifPresent(client -> tokens.revoke(asked.getToken(), client.account()));
        return asked;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
