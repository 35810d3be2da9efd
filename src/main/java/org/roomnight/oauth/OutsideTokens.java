package org.roomnight.oauth;

import com.nimbusds.jose.KeySourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens that an outside issuer signed: they count for the registered client that they name, within its scopes. */
final class OutsideTokens implements CachedTokens.Source {

    /** How far the issuer's clock may be from ours. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** Who asks, the most explicit first: RFC 9068 §2.2, OpenID, and what the rest do. Only the first present counts. */
    private static final List<String> CLIENT_CLAIMS = List.of("client_id", "azp", "sub");

    private static final List<String> SCOPE_CLAIMS = List.of("scope", "scp");
    private static final int MAX_NAME_LENGTH = 255;

    private final JwtDecoder decoder;
    private final Clients clients;

    OutsideTokens(JwtDecoder decoder, Clients clients) {
        this.decoder = decoder;
        this.clients = clients;
    }

    @Override
    public Optional<CachedTokens.Lookup> prepare(String token, String tokenHash) {
        return decode(token).flatMap(jwt -> clientName(jwt).map(name -> () -> caller(jwt, name)));
    }

    private Optional<Caller> caller(Jwt jwt, String clientName) {
        return clients.findForIssuer(clientName)
                .filter(client -> !client.revoked())
                .map(client -> new Caller(
                        client.account(), client.clientId(), scopes(jwt, client.scopes()), refusedFrom(jwt)));
    }

    /** An outside issuer revokes nothing before its time; the client that the token counts for may be gone. */
    @Override
    public boolean isRevoked(String tokenHash, Caller caller) {
        return clients.find(caller.clientId())
                .filter(client -> !client.revoked())
                .isEmpty();
    }

    private Optional<Jwt> decode(String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (BadJwtException _) {
            return Optional.empty();
        } catch (JwtException failure) {
            if (isWithoutKeys(failure)) {
                throw new IssuerUnavailableException("the issuer's keys cannot be fetched", failure);
            }
            return Optional.empty();
        }
    }

    private static boolean isWithoutKeys(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> clientName(Jwt jwt) {
        return CLIENT_CLAIMS.stream()
                .filter(jwt::hasClaim)
                .findFirst()
                .map(jwt::getClaimAsString)
                .filter(OutsideTokens::plain);
    }

    /** Neither longer than any registered name nor with characters that a database refuses. */
    private static boolean plain(String name) {
        return name.length() <= MAX_NAME_LENGTH && name.chars().noneMatch(Character::isISOControl);
    }

    private static Set<Scope> scopes(Jwt jwt, Set<Scope> registered) {
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        for (String claim : SCOPE_CLAIMS) {
            granted.addAll(Scope.among(words(jwt.getClaims().get(claim))));
        }
        granted.retainAll(registered);
        return Set.copyOf(granted);
    }

    private static Collection<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> List.of(text.split(" ", -1));
            case Collection<?> list ->
                list.stream()
                        .filter(Objects::nonNull)
                        .flatMap(word -> Stream.of(String.valueOf(word)))
                        .toList();
            case null, default -> List.of();
        };
    }

    private static Instant refusedFrom(Jwt jwt) {
        Instant expiry = Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.EPOCH);
        return expiry.isBefore(Instant.MAX.minus(CLOCK_SKEW)) ? expiry.plus(CLOCK_SKEW) : expiry;
    }
}
