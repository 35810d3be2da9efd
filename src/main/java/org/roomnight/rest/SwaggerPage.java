package org.roomnight.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The page {@code /swagger-ui/index.html} on which the calls can be tried: style and script of Swagger UI from its jar, and a page
 * and settings of our own in the folder {@code swagger-ui} beside this class.
 */
final class SwaggerPage implements WebMvcConfigurer {

    private static final String FOLDER = "/swagger-ui/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FOLDER + "{file:index\\.html|settings\\.js}")
                .addResourceLocations("classpath:/org/roomnight/rest/swagger-ui/");
        registry.addResourceHandler(FOLDER + "{file:swagger-ui\\.css|swagger-ui-bundle\\.js}")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/%s/".formatted(version()));
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
