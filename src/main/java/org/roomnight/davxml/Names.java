package org.roomnight.davxml;

import javax.xml.namespace.QName;

/** The namespaces of WebDAV and its extensions. */
public final class Names {

    public static final String DAV = "DAV:";
    public static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    public static final String CALENDARSERVER = "http://calendarserver.org/ns/";
    public static final String APPLE = "http://apple.com/ns/ical/";
    public static final String ROOMNIGHT = "urn:roomnight:dav";

    private Names() {}

    public static QName dav(String local) {
        return new QName(DAV, local);
    }

    public static QName caldav(String local) {
        return new QName(CALDAV, local);
    }

    public static QName calendarserver(String local) {
        return new QName(CALENDARSERVER, local);
    }

    public static QName apple(String local) {
        return new QName(APPLE, local);
    }

    public static QName roomnight(String local) {
        return new QName(ROOMNIGHT, local);
    }
}
