package org.roomnight.oauth;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start when a route of the API says no scope: a forgotten annotation must not open or hide a door. */
final class ScopeCheck implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ScopeCheck(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(ScopeCheck::requireScope));
    }

    private static void requireScope(RequestMappingInfo route, HandlerMethod method) {
        Set<String> patterns = route.getPatternValues();
        boolean ofApi = patterns.stream().anyMatch(pattern -> pattern.startsWith("/api/"));
        if (ofApi && ScopeInterceptor.scopeOf(method.getMethod()).isEmpty()) {
            throw new IllegalStateException("%s of %s has no @NeedsScope".formatted(method, patterns));
        }
    }
}
