package org.roomnight.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roomnight.keys.RandomTexts;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes the token endpoint's reference tokens and keeps them. */
final class IssuedTokens implements OAuth2TokenGenerator<OAuth2AccessToken>, OAuth2AuthorizationService {

    /** How long a token is valid. */
    static final Duration VALID_FOR = Duration.ofHours(3);

    private static final String PREFIX = "rnt_";

    /** 206 bits. */
    private static final int LENGTH = 40;

    private final Tokens tokens;
    private final RandomTexts texts;
    private final InstantSource clock;

    IssuedTokens(Tokens tokens, RandomTexts texts, InstantSource clock) {
        this.tokens = tokens;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public OAuth2AccessToken generate(OAuth2TokenContext context) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new OAuth2AccessToken(
                TokenType.BEARER, PREFIX + texts.next(LENGTH), now, now.plus(VALID_FOR), context.getAuthorizedScopes());
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2AccessToken token =
                Objects.requireNonNull(authorization.getAccessToken()).getToken();
        tokens.add(
                token.getTokenValue(),
                authorization.getRegisteredClientId(),
                Scope.among(token.getScopes()),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw new UnsupportedOperationException("tokens are revoked by Tokens.revoke");
    }

    /** Nobody asks: introspection and revocation read {@link Tokens}, and there are no codes to look up. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return null;
    }
}
