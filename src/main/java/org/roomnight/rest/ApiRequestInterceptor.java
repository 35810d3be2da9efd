package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.roomnight.http.ContentTypes;
import org.roomnight.http.Problem;
import org.roomnight.kernel.Admission;
import org.roomnight.kernel.ProblemCategory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What every call of this door is asked before its controller sees it: API version, query parameters, and the body with
 * its type and size. Runs after the scope was checked, so that nobody without one makes us read.
 */
final class ApiRequestInterceptor implements HandlerInterceptor {

    private static final String VERSION_HEADER = "Wink-Version";
    private static final List<String> VERSIONS = List.of("2.0", "2.0.0");
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String SEND_JSON = "Send the body in UTF-8, with one Content-Type application/json.";
    private static final String BODY = ApiRequestInterceptor.class.getName() + ".body";
    private static final String QUERY = ApiRequestInterceptor.class.getName() + ".query";

    /** What a controller method takes, found out once. */
    private record Expectation(Set<String> parameters, boolean takesBody) {}

    private final Map<Object, Expectation> expectations = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method) {
            response.setHeader("Cache-Control", "no-store");
            refuseOtherVersions(request);
            Expectation asked = expectations.computeIfAbsent(method.getMethod(), _ -> expectationOf(method));
            request.setAttribute(QUERY, Query.parse(request.getQueryString(), asked.parameters()));
            byte[] octets = RequestOctets.read(request);
            Admission.check(); // reading the body may have taken long
            if (octets.length > 0) {
                refuseOtherTypes(request);
            } else if (asked.takesBody()) {
                throw Refusals.badJson("The body is empty. Send a JSON object.");
            }
            request.setAttribute(BODY, octets);
        }
        return true;
    }

    static Query query(HttpServletRequest request) {
        return (Query) request.getAttribute(QUERY);
    }

    static byte[] body(HttpServletRequest request) {
        return (byte[]) request.getAttribute(BODY);
    }

    private static Expectation expectationOf(HandlerMethod method) {
        QueryParameters known = method.getMethodAnnotation(QueryParameters.class);
        return new Expectation(
                known == null ? Set.of() : Set.of(known.value()),
                Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(JsonBody.class)));
    }

    private static void refuseOtherVersions(HttpServletRequest request) {
        List<String> said = Collections.list(request.getHeaders(VERSION_HEADER));
        if (!said.isEmpty() && (said.size() > 1 || !VERSIONS.contains(said.getFirst()))) {
            throw new Refusal(Problem.of(
                            ProblemCategory.BAD_REQUEST,
                            "version-unsupported",
                            "API version unsupported",
                            "%s must be %s, or be left out.".formatted(VERSION_HEADER, String.join(" or ", VERSIONS)))
                    .with("supportedVersions", VERSIONS));
        }
    }

    private static void refuseOtherTypes(HttpServletRequest request) {
        String type = ContentTypes.utf8(request.getHeaders("Content-Type")).orElse("");
        boolean patch = request.getMethod().equals("PATCH");
        if (type.equals(JSON) || (patch && type.equals(MERGE_PATCH))) {
            return;
        }
        throw switch (request.getMethod()) {
            case "PATCH" ->
                Refusals.mediaType(
                        "Send one JSON Merge Patch (RFC 7396) in UTF-8, as application/merge-patch+json.",
                        Map.of("Accept-Patch", MERGE_PATCH + ", " + JSON));
            case "POST" -> Refusals.mediaType(SEND_JSON, Map.of("Accept", JSON, "Accept-Post", JSON));
            default -> Refusals.mediaType(SEND_JSON, Map.of("Accept", JSON));
        };
    }
}
