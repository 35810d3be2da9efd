package org.roomnight.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roomnight.http.PublicAddress;
import org.roomnight.oauth.NeedsScope;
import org.roomnight.oauth.Scope;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Describes the calls for OpenAPI; what each says and answers is in {@code api-docs.json} beside this class. */
final class ApiDocs {

    private static final String SCHEME = "clientCredentials";

    private final JsonNode texts;

    ApiDocs() {
        try (InputStream stream = ApiDocs.class.getResourceAsStream("api-docs.json")) {
            this.texts = JsonText.MAPPER.readTree(stream);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    static OpenAPI frame(PublicAddress publicAddress) {
        Scopes scopes = new Scopes();
        Scope.all().forEach(scope -> scopes.addString(scope.text(), scope.text()));
        OAuthFlow flow =
                new OAuthFlow().tokenUrl(publicAddress.whole("/oauth2/token")).scopes(scopes);
        return new OpenAPI()
                .servers(List.of(new Server().url(publicAddress.whole(""))))
                .info(new Info()
                        .title("Roomnight")
                        .version("2.0")
                        .description("Calendar connections, bookings and availability of places people sleep.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows().clientCredentials(flow))));
    }

    /** Adds what cannot be seen in the signature: scope, texts, parameters, bodies and examples. */
    Operation describe(Operation operation, HandlerMethod method) {
        NeedsScope scope = method.getMethodAnnotation(NeedsScope.class);
        if (scope == null) {
            return operation;
        }
        JsonNode text = texts.path("calls").path(key(method));
        operation.setOperationId(key(method));
        operation.setSummary(text.path("summary").asString(""));
        operation.setSecurity(
                List.of(new SecurityRequirement().addList(SCHEME, scope.value().text())));
        operation.setParameters(parameters(text, method));
        if (text.has("request")) {
            operation.setRequestBody(new RequestBody().required(true).content(json(text.get("request"))));
        }
        operation.setResponses(responses(text));
        return operation;
    }

    static String key(HandlerMethod method) {
        String controller = method.getBeanType().getSimpleName().replace("Controller", "");
        return controller.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + controller.substring(1) + "-"
                + method.getMethod().getName();
    }

    private List<Parameter> parameters(JsonNode text, HandlerMethod method) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(parameter("header", "Wink-Version", "2.0, or left out"));
        text.path("path")
                .properties()
                .forEach(one -> parameters.add(
                        parameter("path", one.getKey(), one.getValue().stringValue())
                                .required(true)));
        text.path("headers")
                .properties()
                .forEach(one -> parameters.add(
                        parameter("header", one.getKey(), one.getValue().stringValue())));
        QueryParameters known = method.getMethodAnnotation(QueryParameters.class);
        for (String name : known == null ? new String[0] : known.value()) {
            parameters.add(
                    parameter("query", name, texts.path("query").path(name).asString("")));
        }
        return parameters;
    }

    private static Parameter parameter(String in, String name, String description) {
        return new Parameter().in(in).name(name).description(description).schema(new StringSchema());
    }

    private ApiResponses responses(JsonNode text) {
        ApiResponses responses = new ApiResponses();
        for (Map.Entry<String, JsonNode> answer : text.path("answers").properties()) {
            ApiResponse response =
                    new ApiResponse().description(answer.getValue().path("says").asString(""));
            if (answer.getValue().has("example")) {
                response.content(json(answer.getValue().get("example")));
            }
            if (answer.getValue().has("etag")) {
                response.addHeaderObject(
                        "ETag", new Header().schema(new StringSchema()).description("its version"));
            }
            responses.addApiResponse(answer.getKey(), response);
        }
        List<JsonNode> problems = new ArrayList<>();
        texts.path("everywhere").forEach(problems::add);
        text.path("problems").forEach(problems::add);
        problems.forEach(status -> responses.addApiResponse(status.asString(), problem(status.asString())));
        return responses;
    }

    private ApiResponse problem(String status) {
        JsonNode example = texts.path("problems").path(status);
        return new ApiResponse()
                .description(example.path("title").asString(""))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new ObjectSchema()).example(plain(example))));
    }

    private static Content json(JsonNode example) {
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new ObjectSchema()).example(plain(example)));
    }

    /** The document is written by another JSON library, which knows maps and lists only. */
    private static Object plain(JsonNode node) {
        return JsonText.MAPPER.convertValue(node, Object.class);
    }
}
