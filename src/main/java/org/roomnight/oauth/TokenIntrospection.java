package org.roomnight.oauth;

import java.util.Optional;
import org.roomnight.kernel.AccountId;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/** Says what a token of the asking client's account is good for (RFC 7662); any other is not active. */
final class TokenIntrospection implements AuthenticationProvider {

    private final Tokens tokens;
    private final Clients clients;
    private final String issuer;

    TokenIntrospection(Tokens tokens, Clients clients, String issuer) {
        this.tokens = tokens;
        this.clients = clients;
        this.issuer = issuer;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var asked = (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        Authentication asker = (Authentication) asked.getPrincipal();
        Optional<AccountId> account = clients.find(asker.getName()).map(Client::account);
        OAuth2TokenIntrospection answer = account.flatMap(ofAsker -> tokens.findValid(asked.getToken(), ofAsker))
                .map(this::active)
                .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build());
        return new OAuth2TokenIntrospectionAuthenticationToken(asked.getToken(), asker, answer);
    }

    private OAuth2TokenIntrospection active(Tokens.Issued token) {
        return OAuth2TokenIntrospection.builder(true)
                .clientId(token.clientId())
                .subject(token.clientId())
                .tokenType(TokenType.BEARER.getValue())
                .issuer(issuer)
                .scopes(scopes -> scopes.addAll(Scope.texts(token.scopes())))
                .issuedAt(token.issuedAt())
                .expiresAt(token.expiresAt())
                .build();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
