package org.roomnight.caldav.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;

/** The properties that the server knows, by name. */
public final class LiveProperties {

    private final Map<QName, LiveProperty> byName = new LinkedHashMap<>();

    LiveProperties(List<LiveProperty> properties) {
        properties.forEach(property -> byName.put(property.name(), property));
    }

    /** Those of PROPFIND and of changes. */
    public static LiveProperties all() {
        return new LiveProperties(List.of(
                new ResourceTypeProperty(),
                new DisplayNameProperty(),
                new GetEtagProperty(),
                new GetLastModifiedProperty(),
                new CreationDateProperty(),
                new GetContentTypeProperty(),
                new GetContentLengthProperty(),
                ConstantProperties.SUPPORTED_LOCK,
                ConstantProperties.LOCK_DISCOVERY,
                new GetCtagProperty(),
                new SyncTokenProperty(),
                ConstantProperties.SUPPORTED_METHOD_SET,
                ConstantProperties.SUPPORTED_REPORT_SET,
                HrefProperties.CURRENT_USER_PRINCIPAL,
                HrefProperties.PRINCIPAL_URL,
                HrefProperties.PRINCIPAL_COLLECTION_SET,
                HrefProperties.OWNER,
                HrefProperties.ALTERNATE_URI_SET,
                HrefProperties.GROUP_MEMBER_SET,
                HrefProperties.GROUP_MEMBERSHIP,
                ConstantProperties.CURRENT_USER_PRIVILEGE_SET,
                ConstantProperties.SUPPORTED_PRIVILEGE_SET,
                new AclProperty(),
                ConstantProperties.ACL_RESTRICTIONS,
                HrefProperties.INHERITED_ACL_SET,
                HrefProperties.CALENDAR_HOME_SET,
                new CalendarUserAddressSetProperty(),
                ConstantProperties.CALENDAR_USER_TYPE,
                new CalendarDescriptionProperty(),
                new CalendarTimeZoneProperty(),
                new CalendarTimeZoneIdProperty(),
                new SupportedCalendarComponentSetProperty(),
                ConstantProperties.SUPPORTED_CALENDAR_COMPONENT_SETS,
                ConstantProperties.SUPPORTED_CALENDAR_DATA,
                ConstantProperties.SUPPORTED_COLLATION_SET,
                ConstantProperties.MAX_RESOURCE_SIZE,
                ConstantProperties.MIN_DATE_TIME,
                ConstantProperties.MAX_DATE_TIME,
                ConstantProperties.MAX_ATTENDEES_PER_INSTANCE,
                new ScheduleCalendarTranspProperty(),
                new CalendarColorProperty(),
                new CalendarOrderProperty()));
    }

    /** The same with what only reports give: no resource has CALDAV:calendar-data as a property (RFC 4791 §9.6). */
    public LiveProperties ofReports() {
        List<LiveProperty> more = new ArrayList<>(byName.values());
        more.add(new CalendarDataProperty());
        return new LiveProperties(more);
    }

    public Optional<LiveProperty> find(QName name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<LiveProperty> list() {
        return byName.values();
    }

    /** Whether a client may set a property of that name on a resource; what was set when it might counts no more. */
    boolean mayBeSet(QName name, DavResource resource) {
        return find(name)
                .map(property -> property instanceof SettableProperty settable && settable.settableOn(resource))
                .orElse(true);
    }

    /** Whether a client may set a property of that name on some resource. */
    boolean mayBeSet(QName name) {
        return find(name).map(SettableProperty.class::isInstance).orElse(true);
    }
}
