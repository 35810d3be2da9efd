package org.roomnight.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What every problem must have. */
final class RestAssertions {

    private RestAssertions() {}

    static JsonNode assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
        JsonNode problem = RestServer.json(answer);
        for (String member : List.of("type", "title", "detail", "instance")) {
            assertThat(problem.get(member).stringValue()).as(member).isNotBlank();
        }
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("instance").stringValue()).hasSize("urn:uuid:".length() + 36);
        return problem;
    }

    static List<String> pointers(HttpResponse<String> answer) {
        return assertProblem(answer, 422)
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue())
                .toList();
    }

    static String withoutInstance(HttpResponse<String> answer) {
        return answer.body().replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:");
    }

    static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
