package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.roomnight.http.SecurityHeaders;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The page {@code /swagger-ui/index.html} on which the calls can be tried: style and script of Swagger UI from its jar, and a page
 * and settings of our own in the folder {@code swagger-ui} beside this class.
 */
final class SwaggerPage implements WebMvcConfigurer, HandlerInterceptor {

    private static final String FOLDER = "/swagger-ui/";

    /** Swagger UI writes styles into its page. Nothing comes from elsewhere, and calls go to this server only. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FOLDER + "{file:index\\.html|settings\\.js}")
                .addResourceLocations("classpath:/org/roomnight/rest/swagger-ui/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler(FOLDER + "{file:swagger-ui\\.css|swagger-ui-bundle\\.js}")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/%s/".formatted(version()))
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(FOLDER + "**");
    }

    /** Written first: of a file that is larger than a buffer, Spring Security's headers come too late. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        SecurityHeaders.shown(response, CONTENT_POLICY);
        return true;
    }

    /** The jar has its files in a folder of its version. */
    private static String version() {
        String name = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream stream = SwaggerPage.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
