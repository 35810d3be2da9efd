package org.roomnight.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.oauth.OauthServer.HARBOUR;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.TickingClock;
import org.roomnight.storage.TestDatabases;

/** Tokens of somebody else's token endpoint, which this test plays itself. */
final class OutsideIssuerTest {

    private static final String AUDIENCE = "roomnight";
    private static final String THEIR_NAME = "their-client";
    private static final RSAKey KEY = key("k1");
    private static final RSAKey STRANGER = key("k1");

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String keys = new JWKSet(KEY.toPublicJWK()).toString();
    private final HttpServer issuer = issuer();
    private final String issuerUrl = "http://127.0.0.1:" + issuer.getAddress().getPort();
    private final TickingClock clock = new TickingClock();
    private final OauthServer server = new OauthServer(
            TestDatabases.sqlite(),
            clock,
            Map.of("roomnight.oauth.issuer", issuerUrl, "roomnight.oauth.audience", AUDIENCE));

    @BeforeEach
    void register() {
        server.clients().create(HARBOUR, "theirs", Set.of(Scope.BOOKING_READ), THEIR_NAME);
    }

    @AfterEach
    void close() {
        server.close();
        issuer.stop(0);
    }

    @Test
    void a_token_of_the_issuer_opens_the_api_within_the_registered_scopes() {
        String token = sign(claims().claim("scope", "booking.read booking.write openid"));
        Caller caller = server.tokens().check(token).orElseThrow();
        assertThat(caller.account()).isEqualTo(HARBOUR);
        assertThat(caller.scopes()).containsExactly(Scope.BOOKING_READ);
        assertThat(server.get("/api/who", "Bearer " + token).statusCode()).isEqualTo(200);
        assertThat(server.post("/api/who", "Bearer " + token).statusCode()).isEqualTo(403);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void scopes_may_be_a_list_and_the_client_may_be_azp_or_sub_or_our_own_id() {
        String own = server.clients().list(HARBOUR).getFirst().clientId();
        for (var claims : List.of(
                bare().claim("azp", THEIR_NAME).subject("a user"), bare().subject(THEIR_NAME), bare().subject(own))) {
            String token = sign(claims.claim("scp", List.of("booking.read")));
            assertThat(server.tokens().check(token).orElseThrow().scopes()).containsExactly(Scope.BOOKING_READ);
        }
    }

    @Test
    void only_the_most_explicit_claim_names_the_client() {
        assertRefused(sign(bare().claim("client_id", "somebody").subject(THEIR_NAME)));
        assertRefused(sign(bare().claim("azp", "somebody").subject(THEIR_NAME)));
        assertRefused(sign(bare().claim("client_id", THEIR_NAME + "\u0000")));
        assertRefused(sign(bare()));
    }

    @Test
    void r27_times_are_checked_with_a_minute_of_skew() {
        Instant now = clock.instant();
        assertRefused(sign(claims().expirationTime(Date.from(now.minusSeconds(61)))));
        assertRefused(sign(claims().expirationTime(null)));
        assertRefused(sign(claims().notBeforeTime(Date.from(now.plusSeconds(61)))));
        assertAccepted(sign(claims().expirationTime(Date.from(now.minusSeconds(59)))));
        assertAccepted(sign(claims().notBeforeTime(Date.from(now.plusSeconds(59)))));
    }

    @Test
    void r27_wrong_issuer_and_audience_are_refused() {
        assertRefused(sign(claims().issuer("https://evil.example")));
        assertRefused(sign(claims().issuer(issuerUrl + "/")));
        assertRefused(sign(claims().issuer(null)));
        assertRefused(sign(claims().audience("somebody else")));
        assertRefused(sign(claims().audience(List.of())));
        assertAccepted(sign(claims().audience(List.of("other", AUDIENCE))));
    }

    @Test
    void r27_wrong_signatures_are_refused() throws Exception {
        assertRefused(sign(claims(), header(JWSAlgorithm.RS256, "k1"), new RSASSASigner(STRANGER)));
        String good = sign(claims());
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
        assertRefused(good.substring(0, good.lastIndexOf('.')));
        assertRefused(new PlainJWT(claims().build()).serialize());
        assertRefused("..");
    }

    @Test
    void r27_the_public_key_is_no_hmac_secret() throws Exception {
        byte[] published = KEY.toRSAPublicKey().getEncoded();
        assertRefused(sign(claims(), header(JWSAlgorithm.HS256, "k1"), new MACSigner(published)));
        byte[] json = KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        assertRefused(sign(claims(), header(JWSAlgorithm.HS256, "k1"), new MACSigner(json)));
    }

    @Test
    void r27_foreign_key_ids_are_refused_and_do_not_make_us_ask_for_each() throws Exception {
        assertAccepted(sign(claims()));
        for (int i = 0; i < 20; i++) {
            String kid = "../../../../dev/null" + i;
            assertRefused(sign(claims(), header(JWSAlgorithm.RS256, kid), new RSASSASigner(STRANGER)));
        }
        assertThat(fetches.get()).isLessThanOrEqualTo(3);
        assertAccepted(sign(claims()));
    }

    @Test
    void keys_and_addresses_in_the_header_are_not_used() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(STRANGER.toPublicJWK())
                .build();
        assertRefused(sign(claims(), header, new RSASSASigner(STRANGER)));
    }

    @Test
    void an_id_token_of_another_type_is_refused() throws Exception {
        JWSHeader logout = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        assertRefused(sign(claims(), logout, new RSASSASigner(KEY)));
        JWSHeader access = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .type(new JOSEObjectType("at+jwt"))
                .build();
        assertAccepted(sign(claims(), access, new RSASSASigner(KEY)));
    }

    @Test
    void a_revoked_client_is_refused_at_once_although_its_token_is_signed() {
        String token = sign(claims());
        assertAccepted(token);
        server.clients().revoke(server.clients().list(HARBOUR).getFirst().clientId());
        assertRefused(token);
    }

    @Test
    void the_built_in_endpoints_are_off() {
        NewClient client = server.client(HARBOUR, Scope.BOOKING_READ);
        var token = server.post("/oauth2/token", OauthServer.basic(client), "grant_type", "client_credentials");
        assertThat(token.statusCode()).isEqualTo(404);
        assertThat(server.get("/.well-known/oauth-authorization-server").statusCode())
                .isEqualTo(404);
    }

    @Test
    void with_the_issuer_gone_from_the_start_nobody_is_called_a_stranger() {
        issuer.stop(0);
        for (int i = 0; i < 4; i++) {
            var answer = server.get("/api/who", "Bearer " + sign(claims()));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(server.get("/api/who", "Bearer nonsense").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"keys\": []}", "{}", "<html>"})
    void broken_or_empty_keys_make_no_good_key_forgotten_and_nobody_a_stranger(String broken) throws Exception {
        assertAccepted(sign(claims()));
        keys = broken;
        clock.tick(IssuerKeySet.KEYS_LIVE.plusSeconds(1));
        assertUnavailable(sign(claims(), header(JWSAlgorithm.RS256, "k2"), new RSASSASigner(KEY)));
        assertAccepted(sign(claims()));
        keys = new JWKSet(KEY.toPublicJWK()).toString();
        clock.tick(IssuerKeySet.BETWEEN_FAILURES);
        assertRefused(sign(claims(), header(JWSAlgorithm.RS256, "k2"), new RSASSASigner(KEY)));
    }

    @Test
    void keys_of_an_issuer_that_is_gone_count_for_four_hours() {
        assertAccepted(sign(claims()));
        issuer.stop(0);
        clock.tick(IssuerKeySet.OUTAGE.minusSeconds(1));
        assertAccepted(sign(claims()));
        clock.tick(Duration.ofSeconds(1));
        assertUnavailable(sign(claims()));
    }

    @Test
    void a_key_that_the_issuer_has_withdrawn_is_refused_after_the_next_fetch() throws Exception {
        assertAccepted(sign(claims()));
        keys = new JWKSet(key("k2").toPublicJWK()).toString();
        clock.tick(IssuerKeySet.KEYS_LIVE);
        server.tokens().check(sign(claims())); // begins the fetch
        String other = sign(claims().subject("x"), header(JWSAlgorithm.RS256, "k3"), new RSASSASigner(KEY));
        assertRefused(other); // has waited for it
        assertRefused(sign(claims().subject("y")));
    }

    private void assertUnavailable(String token) {
        var answer = server.get("/api/who", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void assertAccepted(String token) {
        assertThat(server.tokens().check(token)).isPresent();
    }

    private void assertRefused(String token) {
        var answer = server.get("/api/who", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    private JWTClaimsSet.Builder bare() {
        return new JWTClaimsSet.Builder()
                .issuer(issuerUrl)
                .audience(AUDIENCE)
                .expirationTime(Date.from(clock.instant().plusSeconds(300)));
    }

    private JWTClaimsSet.Builder claims() {
        return bare().claim("client_id", THEIR_NAME).claim("scope", "booking.read");
    }

    private static String sign(JWTClaimsSet.Builder claims) {
        try {
            return sign(claims, header(JWSAlgorithm.RS256, "k1"), new RSASSASigner(KEY));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String sign(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).build();
    }

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpServer issuer() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            answer(started, "/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/keys"}\
                """.formatted(url, url), new AtomicInteger());
            started.createContext("/keys", exchange -> {
                fetches.incrementAndGet();
                byte[] octets = keys.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, octets.length == 0 ? -1 : octets.length);
                exchange.getResponseBody().write(octets);
                exchange.close();
            });
            started.start();
            return started;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void answer(HttpServer server, String path, String json, AtomicInteger count) {
        server.createContext(path, exchange -> {
            count.incrementAndGet();
            byte[] octets = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
    }
}
