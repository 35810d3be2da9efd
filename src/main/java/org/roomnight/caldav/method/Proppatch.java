package org.roomnight.caldav.method;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Preferences;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.Privileges;
import org.roomnight.caldav.property.PropertyChangeResult;
import org.roomnight.caldav.property.PropertyChanges;
import org.roomnight.caldav.tree.AllowedMethods;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.caldav.tree.DavTree;
import org.roomnight.calendar.StaffCalendars;
import org.roomnight.davxml.DavBodies;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.PropertyUpdate;
import org.roomnight.davxml.PropertyUpdate.Change;

/** PROPPATCH (RFC 4918 §9.2): all changes or none. */
public final class Proppatch implements DavMethod {

    private final DavTree tree;
    private final StaffCalendars staffCalendars;
    private final PropertyChanges properties;
    private final Conditions conditions;

    public Proppatch(DavTree tree, StaffCalendars staffCalendars, PropertyChanges properties, Conditions conditions) {
        this.tree = tree;
        this.conditions = conditions;
        this.staffCalendars = staffCalendars;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "PROPPATCH";
    }

    @Override
    public boolean safe() {
        return false;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        PropertyUpdate update = Refused.unlessRead(DavBodies.proppatch(call.xml()));
        PropertyChangeResult result =
                staffCalendars.together(call.visitor().id(), () -> change(call, update.changes()));
        boolean minimal = call.preferences().minimal();
        if (minimal && result.allowed()) { // RFC 8144 §2.2
            return Preferences.applied(DavAnswer.empty(200), List.of(Preferences.MINIMAL));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new Multistatus(body).groups(call.href(call.path()), result.groups()).finish();
        return Preferences.applied(DavAnswer.xml(207, body.toByteArray()), List.of());
    }

    private PropertyChangeResult change(DavCall call, List<Change> changes) {
        DavResource resource = tree.find(call.visitor(), call.path()).orElseThrow(Refused::notFound);
        switch (resource) {
            case DavResource.Signpost _ -> throw Refused.methodNotAllowed(AllowedMethods.header(call.path()));
            case DavResource.Entry entry
            when !entry.facts().writable() ->
                throw Refused.readOnly(
                        call.path(),
                        Privileges.WRITE_PROPERTIES,
                        "A room stay is changed by changing its booking, not in its calendar.");
            case DavResource.Principal _, DavResource.Home _, DavResource.Calendar _, DavResource.Entry _ -> {}
        }
        conditions.check(call, resource);
        PropertyChangeResult result = properties.check(call.visitor().id(), resource, changes);
        if (result.allowed()) {
            properties.keep(call.visitor().id(), resource, changes);
        }
        return result;
    }
}
