package org.roomnight.feed;

import java.time.InstantSource;
import org.roomnight.calendar.PropertyCalendars;
import org.roomnight.calendar.PropertyNameCache;
import org.roomnight.connection.Connections;
import org.roomnight.http.ClientAddresses;
import org.roomnight.http.FeedAddress;
import org.roomnight.http.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    /** Right behind the filters that only count or watch, long before Spring Security. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<FeedFilter> feedFilter(
            Connections connections,
            ClientAddresses sources,
            PropertyNameCache names,
            FeedAccess bearers,
            PropertyCalendars calendars,
            Problems problems,
            InstantSource clock) {
        FeedDoor door = new FeedDoor(connections, sources, names, bearers);
        FilterRegistrationBean<FeedFilter> registration =
                new FilterRegistrationBean<>(new FeedFilter(door, calendars, problems, clock));
        registration.addUrlPatterns(FeedAddress.PREFIX + "*");
        registration.setOrder(ORDER);
        return registration;
    }
}
