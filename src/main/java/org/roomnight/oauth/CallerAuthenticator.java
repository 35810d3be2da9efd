package org.roomnight.oauth;

import org.roomnight.kernel.Admission;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Turns a bearer token into its caller for Spring Security. */
final class CallerAuthenticator implements AuthenticationProvider {

    private final BearerTokens tokens;

    CallerAuthenticator(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        return tokens.check(token)
                .map(caller -> new CallerAuthentication(caller, new Admission(() -> tokens.isStillGood(token, caller))))
                .orElseThrow(() -> new InvalidBearerTokenException("refused"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
