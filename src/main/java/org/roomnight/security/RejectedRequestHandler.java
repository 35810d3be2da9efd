package org.roomnight.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers what Spring's firewall refuses: 501 for a method that nobody here knows, 404 for a path that could be read but
 * climbs or hides (nothing is there), 400 for the rest.
 */
final class RejectedRequestHandler implements RequestRejectedHandler {

    /** All that are known at some address of this server. */
    static final Set<String> METHODS = Set.of(
            "DELETE",
            "GET",
            "HEAD",
            "OPTIONS",
            "PATCH",
            "POST",
            "PUT",
            // of WebDAV and CalDAV: programs look for calendars at many addresses (RFC 9110 §15.6.2)
            "COPY",
            "MKCALENDAR",
            "MKCOL",
            "MOVE",
            "PROPFIND",
            "PROPPATCH",
            "REPORT");

    /** What makes the firewall refuse a path: dot segments, encoded slashes, parameters and the like. */
    private static final String SUSPICIOUS = ".*(%(2e|2f|5c|25|00|3b|0a|0d)|//|\\\\|;|/\\.{1,2}(/|$)).*";

    private final Problems problems;

    RejectedRequestHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        problems.write(request, response, problem(request));
    }

    private static Problem problem(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return SecurityProblems.UNKNOWN_METHOD;
        }
        String path = request.getRequestURI();
        return path.matches("(?i)" + SUSPICIOUS) && decodable(path)
                ? SecurityProblems.NOT_FOUND
                : SecurityProblems.MALFORMED;
    }

    /** Whether every escape is whole and what they spell is UTF-8. */
    private static boolean decodable(String path) {
        ByteBuffer octets = ByteBuffer.allocate(path.length());
        try {
            for (int i = 0; i < path.length(); i++) {
                char c = path.charAt(i);
                octets.put((byte) (c == '%' ? Integer.parseInt(path, i + 1, i + 3, 16) : c));
                i += c == '%' ? 2 : 0;
            }
            StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
            return true;
        } catch (NumberFormatException | IndexOutOfBoundsException | CharacterCodingException _) {
            return false;
        }
    }
}
