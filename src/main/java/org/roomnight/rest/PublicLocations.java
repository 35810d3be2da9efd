package org.roomnight.rest;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.PublicAddress;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Makes each Location that a controller names, as a path of this server, one at which clients find it. */
@ControllerAdvice
final class PublicLocations implements ResponseBodyAdvice<Object> {

    private final PublicAddress publicAddress;

    PublicLocations(PublicAddress publicAddress) {
        this.publicAddress = publicAddress;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        URI location = response.getHeaders().getLocation();
        if (location != null && !location.isAbsolute()) {
            response.getHeaders().setLocation(URI.create(publicAddress.path(location.toString())));
        }
        return body;
    }
}
