package org.roomnight.caldav;

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

    static LiveProperties all() {
        return new LiveProperties(List.of(
                new ResourceTypeProperty(),
                new DisplayNameProperty(),
                new EntityTagProperty(),
                new LastModifiedProperty(),
                new CreationDateProperty(),
                new ContentTypeProperty(),
                new ContentLengthProperty(),
                new SupportedLockProperty(),
                new LockDiscoveryProperty(),
                new CollectionTagProperty(),
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
                new TimeZoneIdProperty(),
                new ComponentSetProperty(),
                new ComponentSetsProperty(),
                new SupportedCalendarDataProperty(),
                new CollationSetProperty(),
                new MaxResourceSizeProperty(),
                new MinDateTimeProperty(),
                new MaxDateTimeProperty(),
                new MaxInstancesProperty(),
                new MaxAttendeesProperty(),
                new TransparencyProperty(),
                new CalendarColorProperty(),
                new CalendarOrderProperty(),
                new CalendarDataProperty()));
    }

    Optional<LiveProperty> find(QName name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<LiveProperty> list() {
        return byName.values();
    }

    /** Whether a client may set a property of that name on some resource. */
    boolean mayBeSet(QName name) {
        return find(name).map(SettableProperty.class::isInstance).orElse(true);
    }
}
