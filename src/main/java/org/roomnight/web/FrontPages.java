package org.roomnight.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.roomnight.http.Problems;
import org.roomnight.http.PublicAddress;
import org.roomnight.http.SecurityHeaders;
import org.springframework.web.util.HtmlUtils;

/** The page at {@code /}, which says what runs here, and what robots may read. Both are the same bytes for everybody. */
final class FrontPages implements Filter {

    /** Calendar links are fetched by programs that obey it, Google's among them. */
    private static final String ROBOTS = """
        User-agent: *
        Allow: /ical/
        Allow: /$
        Disallow: /
        """;

    /** Whoever asks so at {@code /} is a calendar program that looks for CalDAV there. */
    private static final Set<String> OF_CALENDARS =
            Set.of("OPTIONS", "PROPFIND", "PROPPATCH", "REPORT", "MKCALENDAR", "MKCOL");

    /** One answer, as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Page(String type, byte[] octets) {}

    private final Map<String, Page> pages;
    private final String policy;
    private final Problems problems;

    FrontPages(String version, PublicAddress publicAddress, Problems problems) {
        this.problems = problems;
        String html = resource("index.html")
                .replace("{version}", HtmlUtils.htmlEscape(version))
                .replace("{base}", HtmlUtils.htmlEscape(publicAddress.path("")));
        this.pages = Map.of(
                "/", new Page("text/html; charset=utf-8", html.getBytes(UTF_8)),
                "/robots.txt", new Page("text/plain; charset=utf-8", ROBOTS.getBytes(UTF_8)));
        this.policy =
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        .formatted(InlineStyle.hashOf(html));
    }

    private static String resource(String name) {
        try (InputStream stream = FrontPages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing in the jar");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Page page = pages.get(asked.getRequestURI());
        if (page == null) {
            chain.doFilter(request, response);
        } else if (asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD")) {
            write(answer, page);
        } else if (asked.getRequestURI().equals("/") && OF_CALENDARS.contains(asked.getMethod())) {
            chain.doFilter(request, response);
        } else {
            problems.methodNotAllowed(asked, answer, "GET, HEAD");
        }
    }

    private void write(HttpServletResponse answer, Page page) throws IOException {
        answer.setContentType(page.type());
        answer.setContentLength(page.octets().length);
        SecurityHeaders.shown(answer, policy);
        answer.setHeader("Cache-Control", "max-age=300");
        answer.getOutputStream().write(page.octets());
    }
}
