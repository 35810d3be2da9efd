package org.roomnight.serving;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.roomnight.kernel.IdentifierSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> strictServer(IdentifierSource identifiers) {
        return factory -> factory.addServerCustomizers(server -> {
            server.setErrorHandler(new BareErrors(identifiers));
            for (var connector : server.getConnectors()) {
                connector.getConnectionFactories().stream()
                        .filter(HttpConnectionFactory.class::isInstance)
                        .map(HttpConnectionFactory.class::cast)
                        .forEach(http -> Strictness.apply(http.getHttpConfiguration()));
            }
        });
    }
}
