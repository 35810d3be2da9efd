package org.roomnight.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.roomnight.http.Challenges;
import org.roomnight.http.Problems;
import org.roomnight.security.SecurityProblems;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403 of the API, with the challenge of RFC 6750 §3: no error code where no token was sent. */
final class BearerErrorHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    BearerErrorHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthenticationException) {
            problems.write(request, response, Refusals.TOKEN_REFUSED, Challenges.INVALID_TOKEN);
        } else {
            problems.write(request, response, Refusals.TOKEN_NEEDED, Challenges.TOKEN);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(request, response, SecurityProblems.NOT_FOUND);
    }
}
