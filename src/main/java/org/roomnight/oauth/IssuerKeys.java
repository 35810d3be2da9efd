package org.roomnight.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roomnight.oauth.OauthSettings.OutsideIssuer;

/** Fetches the public keys of an outside issuer, from where its metadata say (RFC 8414 §3) or the operator did. */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    /** How long the issuer may take to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Largest answer that is read, in octets: some hundred keys. */
    private static final int MAX_OCTETS = 256 * 1024;

    private static final List<String> METADATA =
            List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

    private final OutsideIssuer issuer;
    private final HttpClient http;
    private volatile boolean everFetched;

    /** The client must not follow redirects: the keys come from the configured issuer or not at all. */
    IssuerKeys(OutsideIssuer issuer, HttpClient http) {
        this.issuer = issuer;
        this.http = http;
    }

    /** Whether the keys were seen at least once, so that a key that is not among them is a stranger's. */
    boolean everFetched() {
        return everFetched;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JWKSet.parse(get(keysAddress()));
            everFetched = true;
            return keys;
        } catch (IOException | ParseException | IllegalArgumentException failure) {
            throw new JWKSetUnavailableException("the issuer's keys cannot be fetched", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("interrupted while fetching the issuer's keys", interrupted);
        }
    }

    private URI keysAddress() throws IOException, ParseException, InterruptedException {
        if (issuer.jwksUrl() != null) {
            return issuer.jwksUrl();
        }
        IOException last = new IOException("no metadata");
        for (String path : METADATA) {
            try {
                return keysAddress(JSONObjectUtils.parse(get(metadataAddress(path))));
            } catch (IOException failure) {
                last = failure;
            }
        }
        throw last;
    }

    /** OpenID puts its path behind the issuer's (Discovery §4), OAuth between host and path (RFC 8414 §3.1). */
    private URI metadataAddress(String path) {
        URI base = URI.create(issuer.issuer().replaceFirst("/+$", ""));
        return path.contains("openid")
                ? URI.create(base + path)
                : base.resolve(path + (base.getRawPath() == null ? "" : base.getRawPath()));
    }

    private URI keysAddress(Map<String, Object> metadata) throws IOException, ParseException {
        if (!issuer.issuer().equals(metadata.get("issuer"))) {
            throw new IOException("the metadata are of another issuer");
        }
        return URI.create(JSONObjectUtils.getString(metadata, "jwks_uri"));
    }

    private String get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] octets = body.readNBytes(MAX_OCTETS + 1);
            if (response.statusCode() != 200 || octets.length > MAX_OCTETS) {
                throw new IOException("status %d, %d octets".formatted(response.statusCode(), octets.length));
            }
            return new String(octets, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
