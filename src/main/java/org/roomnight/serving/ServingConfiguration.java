package org.roomnight.serving;

import java.util.List;
import org.roomnight.kernel.IdentifierSource;
import org.roomnight.kernel.MonotonicClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The root configuration gives {@link ServingSettings}. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    @Bean
    ConnectionCounts connectionCounts() {
        return new ConnectionCounts();
    }

    @Bean
    OpenConnections openConnections(ServingSettings settings, MonotonicClock clock, ConnectionCounts counts) {
        return new OpenConnections(settings, clock, counts);
    }

    @Bean
    OpenConnections operationsConnections(ServingSettings settings, MonotonicClock clock) {
        return new OpenConnections(settings.bounded(OperationsServer.MAX_CONNECTIONS), clock, new ConnectionCounts());
    }

    @Bean
    ConnectionReaper connectionSweep(ServingSettings settings, List<OpenConnections> ports) {
        return new ConnectionReaper(settings.sweepEvery(), ports);
    }

    @Bean
    EarlyErrors bareErrors(IdentifierSource identifiers) {
        return new EarlyErrors(identifiers);
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> webServer(
            OpenConnections openConnections, EarlyErrors errors) {
        return factory -> {
            factory.setThreadPool(WebServer.threads());
            factory.addServerCustomizers(new WebServer(openConnections, errors));
        };
    }

    @Bean
    OperationsServer operationsServer(
            ServingSettings settings,
            OpenConnections operationsConnections,
            EarlyErrors errors,
            ObjectProvider<OperationsPages> pages) {
        return new OperationsServer(settings, operationsConnections, errors, pages::getObject);
    }
}
