package org.roomnight.caldav;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** The properties that the server knows, by name. */
final class LiveProperties {

    private final Map<QName, LiveProperty> byName = new LinkedHashMap<>();

    LiveProperties(List<LiveProperty> properties) {
        properties.forEach(property -> byName.put(property.name(), property));
    }

    /** Those of PROPFIND and of changes. */
    static LiveProperties all() {
        return new LiveProperties(List.of(
                new ResourceTypeProperty(),
                new DisplayNameProperty(),
                new GetEtagProperty(),
                new GetLastModifiedProperty(),
                new CreationDateProperty(),
                new GetContentTypeProperty(),
                new GetContentLengthProperty(),
                new SupportedLockProperty(),
                new LockDiscoveryProperty(),
                new GetCtagProperty(),
                new SyncTokenProperty(),
                new SupportedMethodSetProperty(),
                new SupportedReportSetProperty(),
                new CurrentUserPrincipalProperty(),
                new PrincipalUrlProperty(),
                new PrincipalCollectionSetProperty(),
                new OwnerProperty(),
                new AlternateUriSetProperty(),
                new GroupMemberSetProperty(),
                new GroupMembershipProperty(),
                new CurrentUserPrivilegeSetProperty(),
                new SupportedPrivilegeSetProperty(),
                new AclProperty(),
                new AclRestrictionsProperty(),
                new InheritedAclSetProperty(),
                new CalendarHomeSetProperty(),
                new CalendarUserAddressSetProperty(),
                new CalendarUserTypeProperty(),
                new CalendarDescriptionProperty(),
                new CalendarTimeZoneProperty(),
                new CalendarTimeZoneIdProperty(),
                new SupportedCalendarComponentSetProperty(),
                new SupportedCalendarComponentSetsProperty(),
                new SupportedCalendarDataProperty(),
                new SupportedCollationSetProperty(),
                new MaxResourceSizeProperty(),
                new MinDateTimeProperty(),
                new MaxDateTimeProperty(),
                new MaxAttendeesPerInstanceProperty(),
                new ScheduleCalendarTranspProperty(),
                new CalendarColorProperty(),
                new CalendarOrderProperty()));
    }

    /** The same with what only reports give: no resource has CALDAV:calendar-data as a property (RFC 4791 §9.6). */
    LiveProperties ofReports() {
        List<LiveProperty> more = new ArrayList<>(byName.values());
        more.add(new CalendarDataProperty());
        return new LiveProperties(more);
    }

    Optional<LiveProperty> find(QName name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<LiveProperty> list() {
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
