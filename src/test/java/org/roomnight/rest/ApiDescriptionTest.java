package org.roomnight.rest;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import org.roomnight.http.PublicAddress;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.roomnight.rest.Described.Operation;
import org.roomnight.rest.Described.Reading;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is served well, and has every route of the server and nothing else. */
final class ApiDescriptionTest {

    private static final String DOCUMENT = "/v3/api-docs";

    /** What filters answer, so that no controller knows of it. */
    private static final Set<String> OF_FILTERS = Set.of(
            "POST /oauth2/token",
            "POST /oauth2/introspect",
            "POST /oauth2/revoke",
            "GET /.well-known/oauth-authorization-server",
            "GET /api/cal/property/{id}/booking/list");

    private static HttpResponse<String> get(String path, String... headers) {
        return TestServer.sqlite().send(TestServer.sqlite().request(path, headers), BodyHandlers.ofString());
    }

    private static Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        var mapping = TestServer.sqlite()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.put(verb + " " + pattern, method))));
        return routes;
    }

    private static Map<String, Operation> described() {
        return Described.API.operations().stream().collect(toMap(one -> one.method() + " " + one.path(), one -> one));
    }

    @Test
    void every_route_of_the_server_is_described_and_nothing_else() {
        Set<String> all = new TreeSet<>(routes().keySet());
        all.addAll(OF_FILTERS);
        assertThat(described().keySet()).isEqualTo(all);
    }

    @Test
    void scopes_parameters_and_bodies_are_those_of_the_controllers() {
        routes().forEach((route, method) -> {
            Operation operation = Objects.requireNonNull(described().get(route), route);
            NeedsScope scope = method.getMethodAnnotation(NeedsScope.class);
            QueryParameters query = method.getMethodAnnotation(QueryParameters.class);
            assertThat(operation.node().at("/security/0/clientCredentials/0").asString(""))
                    .as(route)
                    .isEqualTo(scope == null ? "" : scope.value().text());
            assertThat(operation.names("query"))
                    .as(route)
                    .containsExactlyInAnyOrder(query == null ? new String[0] : query.value());
            assertThat(operation.names("path").stream().map(name -> "{" + name + "}"))
                    .as(route)
                    .containsExactlyInAnyOrder(Arrays.stream(route.split("/"))
                            .filter(part -> part.startsWith("{"))
                            .toArray(String[]::new));
            assertThat(operation.names("header").contains("Idempotency-Key"))
                    .as(route)
                    .isEqualTo(takes(method, IdempotentWork.class));
            assertThat(operation.names("header")).as(route).contains("Wink-Version");
            assertThat(operation.node().at("/requestBody/required").asBoolean(false))
                    .as(route)
                    .isEqualTo(takes(method, JsonBody.class));
        });
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(type));
    }

    /** Programs call methods of these names: one that changes breaks them. */
    @Test
    void operations_keep_their_names() {
        assertThat(Described.API.operations().stream().map(Operation::id))
                .containsExactlyInAnyOrder(
                        "issueToken introspectToken revokeToken getAuthorizationServer getCalendar listProperties getProperty"
                                .concat(" putProperty patchProperty getConnection removeConnection"
                                        + " regenerateConnection")
                                .concat(" regenerateConnectionByGet getConnectionOfProperty"
                                        + " regenerateConnectionOfProperty")
                                .concat(" regenerateConnectionOfPropertyByGet listGuestRooms getGuestRoom putGuestRoom")
                                .concat(" removeGuestRoom getAvailability sellBooking recordBooking getBooking"
                                        + " listBookings")
                                .concat(" cancelBooking placeRoomStay createBlock changeBlock removeBlock getBlock"
                                        + " listBlocks")
                                .concat(" listDoubleBookings decideDoubleBooking")
                                .split(" "));
    }

    @Test
    void examples_are_as_their_schemas_say() {
        Described.API
                .document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("examples")
                        .forEach(example -> assertThat(Described.API.faults(schema.getKey(), example, Reading.CLOSED))
                                .as(schema.getKey())
                                .isEmpty()));
    }

    @Test
    void addresses_come_from_the_public_one_and_scopes_are_those_that_there_are() {
        JsonNode document = JsonMapper.shared().readTree(get(DOCUMENT).body());
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(document.get("servers")).hasSize(1);
        assertThat(document.at("/servers/0/url").stringValue()).isEqualTo(TestServer.PUBLIC_URL);
        JsonNode flow = document.at("/components/securitySchemes/clientCredentials/flows/clientCredentials");
        assertThat(flow.get("tokenUrl").stringValue()).isEqualTo(TestServer.PUBLIC_URL + "/oauth2/token");
        assertThat(flow.get("scopes").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Scope.all().stream().map(Scope::text).collect(toSet()));
        assertThat(document.toString()).doesNotContain("/error\"", "localhost");
    }

    @Test
    void a_server_with_an_outside_issuer_has_no_addresses_for_tokens() {
        PublicAddress address = PublicAddress.of("https://stay.example/base/");
        byte[] octets =
                new ApiDescription(address, "https://issuer.example").served().octets();
        JsonNode document = JsonMapper.shared().readTree(octets);
        assertThat(document.at("/servers/0/url").stringValue()).isEqualTo("https://stay.example/base");
        assertThat(document.toString()).doesNotContain("/oauth2/").contains("https://issuer.example");
    }

    @Test
    void who_has_the_description_is_told_so() {
        HttpResponse<String> first = get(DOCUMENT);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(get(DOCUMENT).headers().firstValue("ETag")).hasValue(tag);

        HttpResponse<String> second = get(DOCUMENT, "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.headers().firstValue("ETag")).hasValue(tag);
        assertThat(second.body()).isEmpty();
        assertThat(get(DOCUMENT, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);

        var head =
                TestServer.sqlite().send(TestServer.sqlite().request(DOCUMENT).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0))
                .isEqualTo(first.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }

    @Test
    void other_methods_and_forms_of_the_description_are_refused() {
        var post =
                TestServer.sqlite().send(TestServer.sqlite().request(DOCUMENT).POST(BodyPublishers.ofString("{}")));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(get(DOCUMENT + "/swagger-config").statusCode()).isEqualTo(404);
        assertThat(get(DOCUMENT, "Accept", "text/html").statusCode()).isEqualTo(406);
    }

    @Test
    void the_calls_can_be_tried_on_a_page_that_takes_nothing_from_elsewhere() {
        for (String file : "index.html settings.js swagger-ui.css swagger-ui-bundle.js".split(" ")) {
            HttpResponse<String> answer = get("/swagger-ui/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("none"))
                    .as("%s %s", file, answer.headers())
                    .startsWith("default-src 'none'; script-src 'self';")
                    .contains("connect-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
        assertThat(get("/swagger-ui/settings.js").body()).contains("../v3/api-docs", "validatorUrl: null");
        for (String other : "swagger-ui.js oauth2-redirect.html swagger-initializer.js".split(" ")) {
            assertThat(get("/swagger-ui/" + other).statusCode()).as(other).isEqualTo(404);
        }
    }
}
