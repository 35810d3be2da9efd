package org.roomnight.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.oauth.OauthServer.HARBOUR;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roomnight.TickingClock;
import org.roomnight.storage.TestDatabases;

final class TokenLimitTest {

    private static int ask(OauthServer server, NewClient client) {
        return server.post("/oauth2/token", OauthServer.basic(client), "grant_type", "client_credentials")
                .statusCode();
    }

    @Test
    void a_client_gets_so_many_tokens_a_minute_and_others_are_not_harmed() {
        TickingClock clock = new TickingClock();
        try (OauthServer server = new OauthServer(TestDatabases.sqlite(), clock, Map.of())) {
            NewClient eager = server.client(HARBOUR, Scope.BOOKING_READ);
            for (int i = 0; i < TokenLimitFilter.TOKENS_A_MINUTE; i++) {
                assertThat(ask(server, eager)).isEqualTo(200);
            }
            var refused = server.post("/oauth2/token", OauthServer.basic(eager), "grant_type", "client_credentials");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(ask(server, server.client(HARBOUR, Scope.BOOKING_READ))).isEqualTo(200);
            clock.set(TokenLimitFilter.MINUTE); // only time that passes counts
            assertThat(ask(server, eager)).isEqualTo(429);
            clock.tick(TokenLimitFilter.MINUTE);
            assertThat(ask(server, eager)).isEqualTo(200);
        }
    }
}
