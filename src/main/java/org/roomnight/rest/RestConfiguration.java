package org.roomnight.rest;

import java.util.List;
import org.roomnight.availability.NightLedger;
import org.roomnight.conflict.Clashes;
import org.roomnight.conflict.DoubleBookings;
import org.roomnight.http.PublicAddress;
import org.roomnight.http.Replays;
import org.roomnight.inventory.Properties;
import org.roomnight.keys.KeyRing;
import org.roomnight.oauth.BearerChain;
import org.roomnight.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    /** After the chain of the token endpoints. */
    private static final int AFTER_TOKENS = 2;

    /** After the interceptor that checks scopes, which has the default order 0. */
    private static final int AFTER_SCOPES = 10;

    @Bean
    @Order(AFTER_TOKENS)
    SecurityFilterChain api(HttpSecurity http, BearerChain bearer) {
        return bearer.build(http, "/api/**");
    }

    @Bean
    PublicPaths publicPathsOfTheDescription() {
        return new PublicPaths("/v3/api-docs", "/swagger-ui/**");
    }

    @Bean
    ListLimiter listLimiter() {
        return new ListLimiter();
    }

    @Bean
    Cursors cursors(KeyRing keys) {
        return new Cursors(keys.derived("cursors of lists"));
    }

    @Bean
    ApiDescription apiDescription(PublicAddress publicAddress, Environment environment) {
        String issuer = environment.getProperty("roomnight.oauth.issuer", "");
        return new ApiDescription(publicAddress, issuer.isBlank() ? null : issuer);
    }

    @Bean
    SwaggerPage swaggerPage() {
        return new SwaggerPage();
    }

    @Bean
    BookingMapper bookingMapper(NightLedger ledger) {
        return new BookingMapper(ledger);
    }

    @Bean
    DoubleBookingMapper doubleBookingMapper(Clashes clashes) {
        return new DoubleBookingMapper(clashes);
    }

    @Bean
    RecordedBookings recordedBookings(
            DoubleBookings doubleBookings, BookingMapper mapper, DoubleBookingMapper clashes) {
        return new RecordedBookings(doubleBookings, mapper, clashes);
    }

    @Bean
    BlockMapper blockMapper(NightLedger ledger, DoubleBookings doubleBookings, DoubleBookingMapper clashes) {
        return new BlockMapper(ledger, doubleBookings, clashes);
    }

    @Bean
    WebMvcConfigurer restInterceptors(Properties properties, Replays replays) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ApiRequestInterceptor())
                        .addPathPatterns("/api/**")
                        .order(AFTER_SCOPES);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RestArgumentResolver(properties, replays));
            }
        };
    }
}
