package org.roomnight.oauth;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.roomnight.oauth.OauthSettings.OutsideIssuer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Makes the decoder of an outside issuer's tokens: public-key signatures only, and iss, aud, exp and nbf checked. */
final class OutsideDecoder {

    /** RFC 9068 §2.1 asks for at+jwt; many issuers still say JWT, or nothing. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private OutsideDecoder() {}

    static JwtDecoder of(OutsideIssuer issuer, IssuerKeySet keys, InstantSource clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(accepted -> accepted.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                times(clock),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(issuer.audience())),
                OutsideDecoder::type)));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> times(InstantSource clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(OutsideTokens.CLOCK_SKEW);
        times.setClock(clock.withZone(ZoneOffset.UTC));
        times.setAllowEmptyExpiryClaim(false);
        return times;
    }

    private static OAuth2TokenValidatorResult type(Jwt jwt) {
        String type = Objects.toString(jwt.getHeaders().get("typ"), "jwt");
        return TYPES.contains(type.toLowerCase(Locale.ROOT))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }
}
