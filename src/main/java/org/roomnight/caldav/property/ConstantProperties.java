package org.roomnight.caldav.property;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.AllowedMethods;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.ServedReports;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Filter;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.entry.EntryLimits;
import org.roomnight.ical.ReadingLimits;

/** Properties whose value is the same for all resources of one kind, whoever asks, one a line. */
final class ConstantProperties {

    /** RFC 4918 §15.10: no lock is. */
    static final LiveProperty SUPPORTED_LOCK = new InAllprop(Names.dav("supportedlock"), _ -> {});

    /** RFC 4918 §15.8: nothing is ever locked. */
    static final LiveProperty LOCK_DISCOVERY = new InAllprop(Names.dav("lockdiscovery"), _ -> {});

    /** RFC 3253 §3.1.3: the methods that Allow names. */
    static final LiveProperty SUPPORTED_METHOD_SET = ofAll("supported-method-set", ConstantProperties::methods);

    /** RFC 3253 §3.1.5. */
    static final LiveProperty SUPPORTED_REPORT_SET = ofAll("supported-report-set", ConstantProperties::reports);

    /** RFC 3744 §5.3. */
    static final LiveProperty SUPPORTED_PRIVILEGE_SET = ofAll("supported-privilege-set", _ -> Privileges.TREE::write);

    /** RFC 3744 §5.4. */
    static final LiveProperty CURRENT_USER_PRIVILEGE_SET =
            ofAll("current-user-privilege-set", ConstantProperties::privileges);

    /** RFC 3744 §5.6. */
    static final LiveProperty ACL_RESTRICTIONS = ofAll(
            "acl-restrictions", _ -> xml -> xml.empty(Names.dav("grant-only")).empty(Names.dav("no-invert")));

    /** RFC 6638 §2.4.2: the value that changes nothing in any client. */
    static final LiveProperty CALENDAR_USER_TYPE =
            of(DavResource.Principal.class, "calendar-user-type", xml -> xml.text("INDIVIDUAL"));

    /** What calendars can be made here (caldav-extensions). */
    static final LiveProperty SUPPORTED_CALENDAR_COMPONENT_SETS =
            of(DavResource.Home.class, "supported-calendar-component-sets", ConstantProperties::componentSets);

    /** RFC 4791 §5.2.4. */
    static final LiveProperty SUPPORTED_CALENDAR_DATA =
            ofCalendars("supported-calendar-data", xml -> xml.element(calendarData()));

    /** RFC 4791 §7.5.1. */
    static final LiveProperty SUPPORTED_COLLATION_SET =
            ofCalendars("supported-collation-set", ConstantProperties::collations);

    /** RFC 4791 §5.2.5, in octets. */
    static final LiveProperty MAX_RESOURCE_SIZE =
            ofCalendars("max-resource-size", xml -> xml.text(Integer.toString(ReadingLimits.OBJECT.octets())));

    /** RFC 4791 §5.2.6. */
    static final LiveProperty MIN_DATE_TIME = ofCalendars("min-date-time", xml -> xml.text(EntryLimits.MIN_DATE_TIME));

    /** RFC 4791 §5.2.7. */
    static final LiveProperty MAX_DATE_TIME = ofCalendars("max-date-time", xml -> xml.text(EntryLimits.MAX_DATE_TIME));

    /** RFC 4791 §5.2.9. */
    static final LiveProperty MAX_ATTENDEES_PER_INSTANCE =
            ofCalendars("max-attendees-per-instance", xml -> xml.text(Integer.toString(EntryLimits.MAX_ATTENDEES)));

    private ConstantProperties() {}

    private static Consumer<XmlWriter> methods(DavResource resource) {
        QName method = Names.dav("supported-method");
        return xml -> AllowedMethods.of(resource.path()).forEach(name -> xml.empty(method, "name", name));
    }

    private static Consumer<XmlWriter> reports(DavResource resource) {
        QName supported = Names.dav("supported-report");
        QName report = Names.dav("report");
        return xml -> ServedReports.on(resource)
                .forEach(name -> xml.open(supported)
                        .open(report)
                        .empty(name)
                        .close(report)
                        .close(supported));
    }

    private static Consumer<XmlWriter> privileges(DavResource resource) {
        return xml -> Privileges.of(resource).forEach(privilege -> Privileges.write(xml, privilege));
    }

    private static void componentSets(XmlWriter xml) {
        for (List<String> components : List.of(List.of("VEVENT", "VTODO"), List.of("VEVENT"), List.of("VTODO"))) {
            xml.open(SupportedCalendarComponentSetProperty.NAME);
            SupportedCalendarComponentSetProperty.write(xml, components);
            xml.close(SupportedCalendarComponentSetProperty.NAME);
        }
    }

    private static Element calendarData() {
        Map<QName, String> attributes = Map.of(new QName("content-type"), "text/calendar", new QName("version"), "2.0");
        return new Element(Names.caldav("calendar-data"), attributes, List.of());
    }

    private static void collations(XmlWriter xml) {
        for (Filter.Collation collation : Filter.Collation.values()) {
            xml.text(Names.caldav("supported-collation"), collation.identifier());
        }
    }

    private static LiveProperty ofAll(String name, Function<DavResource, Consumer<XmlWriter>> value) {
        return new Line(Names.dav(name), resource -> Optional.of(value.apply(resource)));
    }

    private static LiveProperty ofCalendars(String name, Consumer<XmlWriter> value) {
        return of(DavResource.Calendar.class, name, value);
    }

    private static LiveProperty of(Class<? extends DavResource> kind, String name, Consumer<XmlWriter> value) {
        return new Line(
                Names.caldav(name), resource -> kind.isInstance(resource) ? Optional.of(value) : Optional.empty());
    }

    private record Line(QName name, Function<DavResource, Optional<Consumer<XmlWriter>>> value)
            implements LiveProperty {

        @Override
        public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
            return value.apply(resource);
        }
    }

    /** One of RFC 4918, which DAV:allprop has. */
    private record InAllprop(QName name, Consumer<XmlWriter> value) implements LiveProperty {

        @Override
        public boolean inAllprop() {
            return true;
        }

        @Override
        public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
            return Optional.of(value);
        }
    }
}
