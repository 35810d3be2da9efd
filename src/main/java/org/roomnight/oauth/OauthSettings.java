package org.roomnight.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;
import org.springframework.core.env.Environment;

/**
 * What the operator set.
 *
 * @param publicUrl where clients find this server; without a slash at the end
 * @param outsideIssuer who gives out tokens instead of the built-in token endpoint
 */
record OauthSettings(URI publicUrl, @Nullable OutsideIssuer outsideIssuer) {

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
        String publicUrl = environment.getProperty("roomnight.public-url", "http://localhost:8080");
        String issuer = set(environment, "roomnight.oauth.issuer");
        return new OauthSettings(
                web("ROOMNIGHT_PUBLIC_URL", publicUrl.replaceFirst("/+$", "")),
                issuer == null ? null : outside(environment, issuer));
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
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Refused below like any other text that is no web address.
        }
        throw new StartRefusedException(
                "%s accepts an address such as https://host:8443, but it is %s.".formatted(setting, text));
    }
}
