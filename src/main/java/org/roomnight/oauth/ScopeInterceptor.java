package org.roomnight.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.roomnight.http.Challenges;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.roomnight.security.SecurityProblems;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a call whose token lacks the scope that the controller method {@link NeedsScope}, before any look-up. */
final class ScopeInterceptor implements HandlerInterceptor {

    private final Problems problems;
    private final Map<Method, Optional<Scope>> needed = new ConcurrentHashMap<>();

    ScopeInterceptor(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Optional<Scope> scope = needed.computeIfAbsent(method.getMethod(), ScopeInterceptor::scopeOf);
        boolean open = scope.isPresent()
                && SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication
                && authentication.caller().may(scope.get());
        if (!open) {
            refuse(request, response, scope);
        }
        return open;
    }

    static Optional<Scope> scopeOf(Method method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, NeedsScope.class))
                .map(NeedsScope::value);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Optional<Scope> scope)
            throws IOException {
        Problem problem = scope.map(Refusals::scopeMissing).orElse(SecurityProblems.NOT_FOUND);
        Map<String, String> headers = scope.map(missing -> Challenges.insufficientScope(missing.text()))
                .orElse(Map.of());
        problems.write(request, response, problem, headers);
    }
}
