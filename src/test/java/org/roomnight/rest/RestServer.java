package org.roomnight.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.roomnight.TestServer;
import org.roomnight.kernel.AccountId;
import org.roomnight.oauth.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as a program sees it that speaks JSON: what is sent and answered is text. */
record RestServer(TestServer server) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static RestServer sqlite() {
        return new RestServer(TestServer.sqlite());
    }

    static RestServer postgres() {
        return new RestServer(TestServer.postgres());
    }

    /** A new account with a client that may do everything. */
    Account account() {
        return account(Scope.all());
    }

    Account account(Set<Scope> scopes) {
        TestServer.Account made = server.account(scopes);
        return new Account(made.id(), made.token());
    }

    String token(AccountId account, Set<Scope> scopes) {
        return server.token(account, scopes);
    }

    URI uri(String path) {
        return server.uri(path);
    }

    /** Every answer that a test gets is compared with the description of the API. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request, BodyHandlers.ofString());
        DescribedAnswers.check(answer.request(), answer);
        return answer;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** An account, a token of it, and its requests. */
    final class Account {

        final AccountId id;
        final String token;

        Account(AccountId id, String token) {
            this.id = id;
            this.token = token;
        }

        /** Headers are name, value, name, value, … */
        HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
            return RestServer.this.send(server.request(path, headers)
                    .header("Authorization", "Bearer " + token)
                    .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
        }

        HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, new byte[0], headers);
        }

        HttpResponse<String> json(String method, String path, String body, String... headers) {
            String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(headers))
                    .toArray(String[]::new);
            return send(method, path, body.getBytes(StandardCharsets.UTF_8), all);
        }

        /** A house with a room type of one unit ("Cabin") and one of three ("Suite"). */
        House house() {
            House house = new House(this, UUID.randomUUID());
            house.put("/property", "{\"name\":\"Harbour House\",\"timeZone\":\"Europe/Lisbon\"}");
            house.put("/guest-room/" + house.cabin, "{\"name\":\"Cabin\",\"quantity\":1}");
            house.put("/guest-room/" + house.suite, "{\"name\":\"Suite\",\"unitNames\":[\"S1\",\"S2\",\"S3\"]}");
            return house;
        }
    }

    /** A property with its addresses. */
    static final class House {

        final Account account;
        final UUID id;
        final UUID cabin = UUID.randomUUID();
        final UUID suite = UUID.randomUUID();

        House(Account account, UUID id) {
            this.account = account;
            this.id = id;
        }

        String path(String rest) {
            return "/api/managing-entity/%s/extranet%s".formatted(id, rest);
        }

        void put(String path, String body) {
            HttpResponse<String> answer = account.json("PUT", path(path), body);
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }

        HttpResponse<String> get(String path, String... headers) {
            return account.get(path(path), headers);
        }

        HttpResponse<String> json(String method, String path, String body, String... headers) {
            return account.json(method, path(path), body, headers);
        }

        HttpResponse<String> sell(String body, String... headers) {
            return json("POST", "/booking", body, headers);
        }

        HttpResponse<String> sellCabin(String start, String end, String... headers) {
            return sell("{\"firstName\":\"Robin\",\"roomStays\":[%s]}".formatted(stay(cabin, start, end)), headers);
        }

        static String stay(UUID room, String start, String end) {
            return "{\"guestRoomIdentifier\":\"%s\",\"startDate\":\"%s\",\"endDate\":\"%s\"}"
                    .formatted(room, start, end);
        }
    }
}
