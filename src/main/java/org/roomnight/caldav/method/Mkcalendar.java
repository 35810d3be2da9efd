package org.roomnight.caldav.method;

import java.io.ByteArrayOutputStream;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.property.PropertyChangeResult;
import org.roomnight.davxml.DavBodies;
import org.roomnight.davxml.Multistatus;
import org.roomnight.davxml.NewCollection;

/** MKCALENDAR (RFC 4791 §5.3.1). */
public final class Mkcalendar implements DavMethod {

    private final NewCalendars calendars;

    public Mkcalendar(NewCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "MKCALENDAR";
    }

    @Override
    public boolean safe() {
        return false;
    }

    @Override
    public DavAnswer answer(DavCall call) {
        NewCollection asked = Refused.unlessRead(DavBodies.mkcalendar(call.xml()));
        PropertyChangeResult result = calendars.make(call, asked.properties());
        if (result.allowed()) {
            return DavAnswer.empty(201).with("Cache-Control", "no-cache");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new Multistatus(body).groups(call.href(call.path()), result.groups()).finish();
        return DavAnswer.xml(207, body.toByteArray()).with("Cache-Control", "no-cache"); // RFC 4791 §5.3.1.1
    }
}
