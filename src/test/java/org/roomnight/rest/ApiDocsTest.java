package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.roomnight.TestServer;
import tools.jackson.databind.JsonNode;

final class ApiDocsTest {

    @Test
    void every_call_is_described_with_its_scope_and_examples() {
        var answer = RestServer.sqlite()
                .send(HttpRequest.newBuilder(RestServer.sqlite().uri("/v3/api-docs")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode docs = RestServer.json(answer);
        assertThat(docs.get("openapi").stringValue()).startsWith("3.1");
        assertThat(docs.at("/components/securitySchemes/clientCredentials/flows/clientCredentials/tokenUrl")
                        .stringValue())
                .isEqualTo(TestServer.PUBLIC_URL + "/oauth2/token");
        docs.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue().properties().stream())
                .forEach(call -> assertDescribed(call.getValue()));
    }

    private static void assertDescribed(JsonNode call) {
        String id = call.path("operationId").asString("");
        assertThat(call.path("summary").asString("")).as(id).isNotBlank();
        assertThat(call.at("/security/0/clientCredentials")).as(id).hasSize(1);
        assertThat(call.at("/responses/401/content/application~1problem+json/example/title")
                        .asString(""))
                .as(id)
                .isNotBlank();
        assertThat(call.get("responses").properties().stream().map(java.util.Map.Entry::getKey))
                .as(id)
                .anyMatch(status -> status.startsWith("2"));
    }

    @Test
    void the_calls_can_be_tried_out_on_a_page() {
        var answer = RestServer.sqlite()
                .send(HttpRequest.newBuilder(RestServer.sqlite().uri("/swagger-ui/index.html")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
