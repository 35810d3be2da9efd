package org.roomnight.caldav;

import java.util.List;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.CurrentRevision;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.connection.Connections;
import org.roomnight.connection.Sources;
import org.roomnight.inventory.Properties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class CalDavConfiguration {

    /** Next to the feed, long before Spring Security, whose firewall refuses the methods of WebDAV. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 101;

    @Bean
    FilterRegistrationBean<CalDavFilter> calDavFilter(
            Connections connections,
            Sources sources,
            Properties properties,
            CalendarObjects objects,
            DavProperties clientProperties,
            StaffCalendars staffCalendars,
            CurrentRevision revisions) {
        DavTree tree = new DavTree(objects);
        LiveProperties live = LiveProperties.all();
        Scenes scenes = new Scenes(objects, clientProperties, live);
        PropertyRenderer renderer = new PropertyRenderer(live);
        PropertyChanges changes = new PropertyChanges(live, clientProperties);
        NewCalendars newCalendars = new NewCalendars(tree, objects, staffCalendars, changes);
        List<DavMethod> methods = List.of(
                new Options(),
                new Propfind(objects, tree, scenes, renderer),
                new Proppatch(tree, staffCalendars, changes),
                new Mkcalendar(newCalendars),
                new Mkcol(newCalendars));
        FilterRegistrationBean<CalDavFilter> registration = new FilterRegistrationBean<>(new CalDavFilter(
                new CalDavDoor(connections, sources, properties),
                new DavMethods(methods, new AnswerCache(revisions))));
        registration.addUrlPatterns("/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
