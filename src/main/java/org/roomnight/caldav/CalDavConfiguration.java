package org.roomnight.caldav;

import java.time.InstantSource;
import java.util.List;
import org.roomnight.block.Blocks;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.CurrentRevision;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.connection.Connections;
import org.roomnight.connection.Sources;
import org.roomnight.inventory.Properties;
import org.roomnight.kernel.IdentifierSource;
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
            Connections connections, Sources sources, Properties properties, DavMethods methods) {
        FilterRegistrationBean<CalDavFilter> registration = new FilterRegistrationBean<>(
                new CalDavFilter(new CalDavDoor(connections, sources, properties), methods));
        registration.addUrlPatterns("/*");
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    DavMethods davMethods(
            CalendarObjects objects,
            DavProperties clientProperties,
            CurrentRevision revisions,
            StaffCalendars staff,
            Blocks blocks,
            IdentifierSource identifiers,
            InstantSource clock) {
        DavTree tree = new DavTree(objects);
        LiveProperties live = LiveProperties.all();
        Scenes scenes = new Scenes(objects, clientProperties, live);
        PropertyRenderer renderer = new PropertyRenderer(live);
        PropertyChanges changes = new PropertyChanges(live, clientProperties);
        NewCalendars newCalendars = new NewCalendars(tree, objects, staff, changes);
        Entries entries = new Entries(objects, staff, new StaffBlocks(blocks, identifiers), clock);
        List<DavMethod> methods = List.of(
                new Options(),
                new Propfind(objects, tree, scenes, renderer),
                new ReportMethod(new ReportTools(objects, tree, scenes, renderer)),
                new Proppatch(tree, staff, changes),
                new Mkcalendar(newCalendars),
                new Mkcol(newCalendars),
                new Get("GET", tree),
                new Get("HEAD", tree),
                new Put(tree, entries),
                new Delete(tree, entries),
                new Transfer(Transfer.Source.STAYS, tree, objects, staff, entries),
                new Transfer(Transfer.Source.GOES, tree, objects, staff, entries));
        return new DavMethods(methods, new AnswerCache(revisions));
    }
}
