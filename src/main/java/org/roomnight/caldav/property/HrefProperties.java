package org.roomnight.caldav.property;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;

/** Properties that name the visitor's own resources or none, one a line. */
final class HrefProperties {

    /** RFC 3744 §4.1: none. */
    static final HrefProperty ALTERNATE_URI_SET = ofPrincipals("alternate-URI-set", _ -> List.of());

    /** RFC 3744 §4.2. */
    static final HrefProperty PRINCIPAL_URL = ofPrincipals("principal-URL", context -> List.of(context.principal()));

    /** RFC 3744 §4.3: a property is no group. */
    static final HrefProperty GROUP_MEMBER_SET = ofPrincipals("group-member-set", _ -> List.of());

    /** RFC 3744 §4.4: a property is in no group. */
    static final HrefProperty GROUP_MEMBERSHIP = ofPrincipals("group-membership", _ -> List.of());

    /** RFC 4791 §6.2.1. */
    static final HrefProperty CALENDAR_HOME_SET =
            ofPrincipals(Names.caldav("calendar-home-set"), context -> List.of(context.home()));

    /** RFC 3744 §5.1: the property, of all that is its own. */
    static final HrefProperty OWNER = new Line(
            Names.dav("owner"), (resource, context) -> resource.path().owner().map(_ -> List.of(context.principal())));

    /** RFC 3744 §5.7: nothing is inherited. */
    static final HrefProperty INHERITED_ACL_SET = ofAll("inherited-acl-set", _ -> List.of());

    /** RFC 3744 §5.8. */
    static final HrefProperty PRINCIPAL_COLLECTION_SET =
            ofAll("principal-collection-set", _ -> List.of(new DavPath.Principals()));

    /** RFC 5397 §3, on every resource: some clients ask wherever they are. */
    static final HrefProperty CURRENT_USER_PRINCIPAL =
            ofAll("current-user-principal", context -> List.of(context.principal()));

    private HrefProperties() {}

    private static HrefProperty ofAll(String name, Function<RenderContext, List<DavPath>> targets) {
        return new Line(Names.dav(name), (_, context) -> Optional.of(targets.apply(context)));
    }

    private static HrefProperty ofPrincipals(String name, Function<RenderContext, List<DavPath>> targets) {
        return ofPrincipals(Names.dav(name), targets);
    }

    private static HrefProperty ofPrincipals(QName name, Function<RenderContext, List<DavPath>> targets) {
        return new Line(
                name,
                (resource, context) -> resource instanceof DavResource.Principal
                        ? Optional.of(targets.apply(context))
                        : Optional.empty());
    }

    private record Line(QName name, BiFunction<DavResource, RenderContext, Optional<List<DavPath>>> named)
            implements HrefProperty {

        @Override
        public Optional<List<DavPath>> targets(DavResource resource, RenderContext context) {
            return named.apply(resource, context);
        }
    }
}
