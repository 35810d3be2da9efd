package org.roomnight.caldav;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;
import org.roomnight.ical.RecurrenceLimits;

/** CALDAV:max-instances (RFC 4791 §5.2.8). */
final class MaxInstancesProperty implements LiveProperty {

    private static final QName NAME = Names.caldav("max-instances");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, Scene scene) {
        return resource instanceof DavResource.Calendar
                ? Optional.of(xml -> xml.text(Integer.toString(RecurrenceLimits.DEFAULT.instances())))
                : Optional.empty();
    }
}
