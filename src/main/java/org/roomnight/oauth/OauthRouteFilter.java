package org.roomnight.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.roomnight.http.Authorization;
import org.roomnight.http.ContentTypes;
import org.roomnight.http.Problems;
import org.roomnight.security.SecurityProblems;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only the three POST endpoints through, answers the metadata itself, and refuses everything else. */
final class OauthRouteFilter extends OncePerRequestFilter {

    private static final Set<String> ENDPOINTS = Set.of(
            AuthorizationServerChain.TOKEN, AuthorizationServerChain.INTROSPECT, AuthorizationServerChain.REVOKE);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Never from the Host header: the issuer is what the operator set. */
    private record Context(String issuer, AuthorizationServerSettings settings) implements AuthorizationServerContext {

        @Override
        public String getIssuer() {
            return issuer;
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }

    private final Problems problems;
    private final OauthErrorHandler errors;
    private final Metadata metadata;
    private final Context context;

    OauthRouteFilter(Problems problems, OauthErrorHandler errors, String issuer) {
        this.problems = problems;
        this.errors = errors;
        this.metadata = new Metadata(issuer);
        this.context = new Context(
                issuer, AuthorizationServerSettings.builder().issuer(issuer).build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (ENDPOINTS.contains(path)) {
            endpoint(request, response, chain);
        } else if (!path.equals(Metadata.PATH)) {
            problems.write(request, response, SecurityProblems.NOT_FOUND);
        } else if (READING.contains(request.getMethod())) {
            metadata.write(response);
        } else {
            problems.methodNotAllowed(request, response, "GET, HEAD");
        }
    }

    /** Without a type and without a body it is an empty form. */
    private static boolean isForm(HttpServletRequest request) {
        return ContentTypes.utf8(request.getHeaders("Content-Type"))
                .filter(type -> type.equals(FORM) || type.isEmpty())
                .isPresent();
    }

    private void endpoint(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            problems.methodNotAllowed(request, response, "POST");
        } else if (!isForm(request)) {
            problems.write(request, response, Refusals.NO_FORM, Map.of("Accept-Post", FORM));
        } else if (Authorization.areSeveral(request.getHeaders("Authorization"))) {
            errors.write(response, OAuth2ErrorCodes.INVALID_REQUEST);
        } else {
            AuthorizationServerContextHolder.setContext(context);
            try {
                chain.doFilter(request, response);
            } finally {
                AuthorizationServerContextHolder.resetContext();
            }
        }
    }
}
