package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.Replays;
import org.roomnight.inventory.Properties;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.ManagingEntityId;
import org.roomnight.oauth.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controller methods the caller's property that {@code {id}} names, the JSON body and the query parameters. */
final class RestArgumentResolver implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES =
            Set.of(Property.class, JsonBody.class, Query.class, IdempotentWork.class);

    private final Properties properties;
    private final Replays replays;

    RestArgumentResolver(Properties properties, Replays replays) {
        this.properties = properties;
        this.replays = replays;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        Class<?> type = parameter.getParameterType();
        if (type.equals(Property.class)) {
            return property(request);
        }
        if (type.equals(IdempotentWork.class)) {
            return new IdempotentWork(
                    replays, IdempotencyKeys.of(request, caller(), ApiRequestInterceptor.body(request)));
        }
        return type.equals(Query.class)
                ? ApiRequestInterceptor.query(request)
                : JsonBody.parse(ApiRequestInterceptor.body(request));
    }

    private Property property(HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        ManagingEntityId id = new ManagingEntityId(Paths.identifier(String.valueOf(variables.get("id"))));
        return properties.find(caller().account(), id).orElseThrow(Refusals::notFound);
    }

    private static Caller caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a controller outside of the API asks for a property");
    }
}
