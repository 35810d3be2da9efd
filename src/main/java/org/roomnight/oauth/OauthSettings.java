package org.roomnight.oauth;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.WebAddresses;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.core.env.Environment;

/**
 * What the operator set.
 *
 * @param outsideIssuer who gives out tokens instead of the built-in token endpoint
 */
record OauthSettings(@Nullable OutsideIssuer outsideIssuer) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Somebody else's token endpoint.
     *
     * @param issuer exactly as the {@code iss} claim says it
     * @param audience what the {@code aud} claim must name
     * @param jwksUrl where its keys are; null: as its metadata say
     */
    record OutsideIssuer(
            String issuer, String audience, @Nullable URI jwksUrl) {}

    static OauthSettings from(Environment environment) {
        String issuer = set(environment, "roomnight.oauth.issuer");
        return new OauthSettings(issuer == null ? null : outside(environment, issuer));
    }

    private static OutsideIssuer outside(Environment environment, String issuer) {
        String audience = set(environment, "roomnight.oauth.audience");
        if (audience == null) {
            throw new StartRefusedException(
                    "ROOMNIGHT_OAUTH_AUDIENCE is missing. With ROOMNIGHT_OAUTH_ISSUER it must say what the tokens' aud claim names.");
        }
        String jwksUrl = set(environment, "roomnight.oauth.jwks-url");
        safe("ROOMNIGHT_OAUTH_ISSUER", issuer);
        return new OutsideIssuer(issuer, audience, jwksUrl == null ? null : safe("ROOMNIGHT_OAUTH_JWKS_URL", jwksUrl));
    }

    private static @Nullable String set(Environment environment, String name) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Keys that came over an open network could be anybody's. */
    private static URI safe(String setting, String text) {
        URI address = web(setting, text);
        if (!address.getScheme().equals("https") && !LOOPBACK.contains(address.getHost())) {
            throw new StartRefusedException("%s accepts an https address, but it is %s.".formatted(setting, text));
        }
        return address;
    }

    private static URI web(String setting, String text) {
        return WebAddresses.parse(text)
                .orElseThrow(() -> new StartRefusedException(
                        "%s accepts an address such as https://host:8443, but it is %s.".formatted(setting, text)));
    }
}
