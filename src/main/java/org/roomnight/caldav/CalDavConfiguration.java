package org.roomnight.caldav;

import java.util.List;
import org.roomnight.availability.NightLedger;
import org.roomnight.caldav.exchange.Addresses;
import org.roomnight.caldav.method.CalendarGet;
import org.roomnight.caldav.method.CalendarTransfer;
import org.roomnight.caldav.method.Conditions;
import org.roomnight.caldav.method.DavMethod;
import org.roomnight.caldav.method.Delete;
import org.roomnight.caldav.method.EntryWrites;
import org.roomnight.caldav.method.Get;
import org.roomnight.caldav.method.Mkcalendar;
import org.roomnight.caldav.method.Mkcol;
import org.roomnight.caldav.method.NewCalendars;
import org.roomnight.caldav.method.Options;
import org.roomnight.caldav.method.Propfind;
import org.roomnight.caldav.method.Proppatch;
import org.roomnight.caldav.method.Put;
import org.roomnight.caldav.method.ReportMethod;
import org.roomnight.caldav.method.Transfer;
import org.roomnight.caldav.property.LiveProperties;
import org.roomnight.caldav.property.PropertyChanges;
import org.roomnight.caldav.property.PropertyRenderer;
import org.roomnight.caldav.property.RenderContexts;
import org.roomnight.caldav.report.ReportTools;
import org.roomnight.caldav.report.RequestLimiter;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.BulkChanges;
import org.roomnight.calendar.CalendarObjects;
import org.roomnight.calendar.CurrentRevision;
import org.roomnight.calendar.DavProperties;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.connection.Connections;
import org.roomnight.entry.StaffEntries;
import org.roomnight.http.ClientAddresses;
import org.roomnight.http.PublicAddress;
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
            ClientAddresses sources,
            VisitorCache visitors,
            DavMethods methods,
            PublicAddress publicAddress) {
        Addresses addresses = new Addresses(publicAddress);
        FilterRegistrationBean<CalDavFilter> registration = new FilterRegistrationBean<>(new CalDavFilter(
                new CalDavDoor(connections, sources, visitors), addresses, new DavRequests(addresses), methods));
        registration.addUrlPatterns("/*");
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    VisitorCache visitors(Properties properties, CurrentRevision revisions) {
        return new VisitorCache(properties, revisions);
    }

    @Bean
    RequestLimiter costlyQuestions() {
        return new RequestLimiter(RequestLimiter.places());
    }

    @Bean
    DavMethods davMethods(
            PublicAddress publicAddress,
            CalendarObjects objects,
            DavProperties clientProperties,
            CurrentRevision revisions,
            StaffCalendars staff,
            BulkChanges bulk,
            StaffEntries staffEntries,
            NightLedger ledger,
            RequestLimiter limiter) {
        DavTree tree = new DavTree(objects);
        LiveProperties live = LiveProperties.all();
        RenderContexts contexts = new RenderContexts(new Addresses(publicAddress), objects, clientProperties, live);
        PropertyRenderer renderer = new PropertyRenderer(live.ofReports());
        PropertyChanges changes = new PropertyChanges(live.ofReports(), clientProperties);
        NewCalendars newCalendars = new NewCalendars(tree, objects, staff, changes);
        EntryWrites entries = new EntryWrites(staffEntries, clientProperties);
        Conditions conditions = new Conditions(tree, objects);
        CalendarTransfer calendars =
                new CalendarTransfer(objects, tree, entries, conditions, newCalendars, bulk, limiter);
        CalendarGet calendarGet = new CalendarGet(objects, tree, contexts, limiter);
        List<DavMethod> methods = List.of(
                new Options(),
                new Propfind(objects, tree, contexts, new PropertyRenderer(live), limiter),
                new ReportMethod(new ReportTools(objects, tree, contexts, renderer), ledger, limiter),
                new Proppatch(tree, staff, changes, conditions),
                new Mkcalendar(newCalendars),
                new Mkcol(newCalendars),
                new Get("GET", tree, objects, calendarGet),
                new Get("HEAD", tree, objects, calendarGet),
                new Put(tree, entries, conditions),
                new Delete(tree, entries, conditions, bulk),
                new Transfer(Transfer.Source.STAYS, tree, entries, conditions, calendars),
                new Transfer(Transfer.Source.GOES, tree, entries, conditions, calendars));
        return new DavMethods(methods, new AnswerCache(revisions));
    }
}
