package org.roomnight.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.ProblemCategory;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Problem} as the whole answer: {@code application/problem+json}, never stored by a cache. */
public final class Problems {

    public static final String CONTENT_TYPE = "application/problem+json";

    private static final String INSTANCE = Problems.class.getName() + ".instance";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final IdentifierSource identifiers;

    public Problems(IdentifierSource identifiers) {
        this.identifiers = identifiers;
    }

    /** Names this request in an answer and in the log; the same for every call within one request. */
    public String instance(HttpServletRequest request) {
        if (request.getAttribute(INSTANCE) instanceof String known) {
            return known;
        }
        String made = "urn:uuid:" + identifiers.next();
        request.setAttribute(INSTANCE, made);
        return made;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, response, problem, Map.of());
    }

    /** Also sends headers, such as {@code WWW-Authenticate} or {@code Retry-After}. Does nothing once an answer began. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, Problem problem, Map<String, String> headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        UnreadBody.passOver(request);
        response.resetBuffer();
        response.setStatus(problem.status());
        headers.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        byte[] body = JSON.writeValueAsBytes(problem.json(instance(request)));
        response.setContentType(CONTENT_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Says which methods an address has, such as {@code GET, HEAD} (RFC 9110 §15.5.6). */
    public void methodNotAllowed(HttpServletRequest request, HttpServletResponse response, String allowed)
            throws IOException {
        write(request, response, Problem.METHOD_NOT_ALLOWED, Map.of("Allow", allowed));
    }

    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemCategory category,
            String slug,
            String title,
            String detail,
            Map<String, String> headers)
            throws IOException {
        write(request, response, Problem.of(category, slug, title, detail), headers);
    }
}
