package org.roomnight.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of the OAuth2 endpoints (RFC 6749 §5.2). */
final class OauthErrorHandler implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHALLENGE = "Basic realm=\"roomnight\", charset=\"UTF-8\"";

    private static final Map<String, String> SENTENCES = Map.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            "The client is unknown, revoked, or its secret is wrong.",
            OAuth2ErrorCodes.INVALID_SCOPE,
            "A scope asked for is unknown or not registered for this client.",
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            "The only grant type here is client_credentials.",
            OAuth2ErrorCodes.INVALID_REQUEST,
            "A parameter is missing, repeated or malformed, or the client authenticated in two ways.");

    /** A request without a client. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
            throws IOException {
        write(response, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        SecurityContextHolder.clearContext();
        write(
                response,
                exception instanceof OAuth2AuthenticationException oauth
                        ? oauth.getError().getErrorCode()
                        : OAuth2ErrorCodes.INVALID_CLIENT);
    }

    void write(HttpServletResponse response, String code) throws IOException {
        boolean stranger = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        response.setStatus(stranger ? 401 : 400);
        if (stranger) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", code);
        body.computeIfAbsent("error_description", _ -> SENTENCES.get(code));
        byte[] octets = JSON.writeValueAsBytes(body);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }
}
