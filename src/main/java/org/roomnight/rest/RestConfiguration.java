package org.roomnight.rest;

import java.security.SecureRandom;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.roomnight.availability.NightLedger;
import org.roomnight.inventory.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    /** After the gate that checks scopes, which has the default order 0. */
    private static final int AFTER_SCOPES = 10;

    @Bean
    PublicUrl publicUrl(Environment environment) {
        return PublicUrl.of(environment.getProperty("roomnight.public-url", "http://localhost:8080"));
    }

    /** Without a key that all nodes share, a list goes on only at the node that began it, until that restarts. */
    @Bean
    Cursors cursors(ObjectProvider<CursorKey> shared, SecureRandom random) {
        return new Cursors(shared.getIfAvailable(() -> {
            byte[] octets = new byte[32];
            random.nextBytes(octets);
            return new CursorKey(new SecretKeySpec(octets, "HmacSHA256"));
        }));
    }

    @Bean
    BookingMapper bookingMapper(NightLedger ledger) {
        return new BookingMapper(ledger);
    }

    @Bean
    DoubleBookingMapper doubleBookingMapper(NightLedger ledger) {
        return new DoubleBookingMapper(ledger);
    }

    @Bean
    WebMvcConfigurer restGate(Properties properties) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ApiGate())
                        .addPathPatterns("/api/**")
                        .order(AFTER_SCOPES);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RestArguments(properties));
            }
        };
    }
}
