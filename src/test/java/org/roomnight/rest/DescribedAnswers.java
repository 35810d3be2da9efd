package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.roomnight.rest.Described.Operation;
import org.roomnight.rest.Described.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Compares answers with the description: status, headers, media type, and a body that has nothing that is not described. */
final class DescribedAnswers {

    /** Headers that mean something to a program, and so are described wherever they are sent. */
    private static final List<String> MEANT =
            List.of("ETag", "Location", "Idempotent-Replayed", "Retry-After", "WWW-Authenticate");

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private DescribedAnswers() {}

    /** Each pair of operation and described status that was answered in this JVM, as {@code getBooking 200}. */
    static Set<String> seen() {
        return new TreeSet<>(SEEN);
    }

    /** Does nothing for what the description does not have, such as a wrong method. */
    static void check(HttpRequest request, HttpResponse<String> answer) {
        Described.API.asked(request.method(), request.uri().getPath()).ifPresent(operation -> check(operation, answer));
    }

    private static void check(Operation operation, HttpResponse<String> answer) {
        String as = "%s %d %s".formatted(operation, answer.statusCode(), answer.body());
        String status = String.valueOf(answer.statusCode());
        JsonNode responses = operation.node().get("responses");
        assertThat(responses.has(status) || answer.statusCode() >= 400).as(as).isTrue();
        JsonNode response =
                Described.API.resolved(responses.has(status) ? responses.get(status) : responses.get("default"));
        checkHeaders(as, response, answer);
        checkBody(as, response, answer);
        SEEN.add(operation + " " + status);
    }

    private static void checkHeaders(String as, JsonNode response, HttpResponse<String> answer) {
        JsonNode described = response.path("headers");
        described.properties().forEach(one -> {
            JsonNode header = Described.API.resolved(one.getValue());
            answer.headers()
                    .firstValue(one.getKey())
                    .ifPresentOrElse(
                            value -> assertThat(
                                            header.get("schema")
                                                            .get("type")
                                                            .stringValue()
                                                            .equals("integer")
                                                    ? value.matches("[0-9]+")
                                                    : Described.API
                                                            .faults(
                                                                    header.get("schema"),
                                                                    StringNode.valueOf(value),
                                                                    Reading.OPEN)
                                                            .isEmpty())
                                    .as(as + one.getKey())
                                    .isTrue(),
                            () -> assertThat(header.path("required").asBoolean(false))
                                    .as(as + ": no " + one.getKey())
                                    .isFalse());
        });
        boolean anything = response == Described.API.document().at("/components/responses/Problem");
        for (String name : MEANT) {
            if (answer.headers().firstValue(name).isPresent() && !anything) {
                assertThat(described.has(name)).as(as + ": " + name).isTrue();
            }
        }
    }

    private static void checkBody(String as, JsonNode response, HttpResponse<String> answer) {
        if (!response.has("content")) {
            assertThat(answer.body()).as(as).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = response.get("content");
        assertThat(content.has(type)).as(as + type).isTrue();
        JsonNode schema = content.get(type).get("schema");
        assertThat(Described.API.faults(schema, value(type, answer.body()), Reading.CLOSED))
                .as(as)
                .isEmpty();
    }

    private static JsonNode value(String type, String body) {
        try {
            return type.endsWith("json") ? JsonMapper.shared().readTree(body) : StringNode.valueOf(body);
        } catch (JacksonException failure) {
            throw new AssertionError(body, failure);
        }
    }
}
