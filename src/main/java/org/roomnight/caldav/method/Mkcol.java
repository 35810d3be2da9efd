package org.roomnight.caldav.method;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.PropertyChangeResult;
import org.roomnight.caldav.property.ResourceTypeProperty;
import org.roomnight.davxml.CreationBody;
import org.roomnight.davxml.DavBodies;
import org.roomnight.davxml.Element;
import org.roomnight.davxml.Names;

/**
 * MKCOL (RFC 4918 §9.3), which makes calendars only: without a body like MKCALENDAR without one (ADR 0016), in the
 * extended form (RFC 5689) where it asks for one.
 */
public final class Mkcol implements DavMethod {

    private static final Set<QName> CALENDAR = Set.of(ResourceTypeProperty.COLLECTION, ResourceTypeProperty.CALENDAR);

    private final NewCalendars calendars;

    public Mkcol(NewCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "MKCOL";
    }

    @Override
    public boolean safe() {
        return false;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        List<Element> wanted = Refused.unlessRead(DavBodies.mkcol(call.xml())).properties();
        calendars.checkPlace(call);
        if (call.body().length > 0) {
            checkType(wanted);
        }
        PropertyChangeResult result = calendars.make(call, wanted);
        if (result.allowed()) {
            return DavAnswer.empty(201).with("Cache-Control", "no-cache");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CreationBody.mkcol(body, result.groups());
        return DavAnswer.xml(424, body.toByteArray()).with("Cache-Control", "no-cache"); // RFC 5689 §3.4
    }

    private static void checkType(List<Element> wanted) {
        boolean calendar = wanted.stream()
                .filter(property -> property.name().equals(ResourceTypeProperty.NAME))
                .map(type -> type.children().stream().map(Element::name).collect(Collectors.toSet()))
                .anyMatch(CALENDAR::equals);
        if (!calendar) {
            throw Refused.forbidden(
                    Names.dav("valid-resourcetype"),
                    "Only calendars are made here: ask for the resource types collection and calendar.");
        }
    }
}
