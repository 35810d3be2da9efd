package org.roomnight.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with the token (RFC 6749 §5.1). Spring's own handler counts {@code expires_in} down from the wall clock: it
 * says 10,799 for three hours, and nonsense under another clock.
 */
final class TokenAnswers implements AuthenticationSuccessHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AccessToken token = ((OAuth2AccessTokenAuthenticationToken) authentication).getAccessToken();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token.getTokenValue());
        body.put("token_type", "Bearer");
        body.put("expires_in", IssuedTokens.VALID_FOR.toSeconds());
        body.put("scope", Scope.join(Scope.among(token.getScopes())));
        byte[] octets = JSON.writeValueAsBytes(body);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }
}
