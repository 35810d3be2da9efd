package org.roomnight.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.roomnight.oauth.OauthSettings.OutsideIssuer;

/** Fetches the public keys of an outside issuer, from where its metadata say (RFC 8414 §3) or the operator did. */
final class IssuerKeys implements IssuerKeySet.Fetch {

    /** How long the issuer may take to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Largest answer that is read, in octets: some hundred keys. */
    private static final int MAX_OCTETS = 256 * 1024;

    private static final List<String> METADATA =
            List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

    private final OutsideIssuer issuer;
    private final HttpClient http;

    /** The client must not follow redirects: the keys come from the configured issuer or not at all. */
    IssuerKeys(OutsideIssuer issuer, HttpClient http) {
        this.issuer = issuer;
        this.http = http;
    }

    @Override
    public JWKSet keys() throws JWKSetUnavailableException {
        try {
            return JWKSet.parse(get(keysAddress()));
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
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_OCTETS));
        try {
            var response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS); // the body too, which may trickle
            if (response.statusCode() != 200) {
                throw new IOException("status %d".formatted(response.statusCode()));
            }
            return new String(response.body(), StandardCharsets.UTF_8);
        } catch (ExecutionException | TimeoutException failure) {
            answer.cancel(true);
            throw new IOException("no answer", failure);
        }
    }
}
