package org.roomnight.caldav.property;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.roomnight.caldav.tree.DavResource;
import org.roomnight.davxml.Names;
import org.roomnight.davxml.XmlWriter;

/** CALDAV:supported-calendar-component-set (RFC 4791 §5.2.3); fixed when a calendar is made. */
public final class SupportedCalendarComponentSetProperty implements LiveProperty {

    public static final QName NAME = Names.caldav("supported-calendar-component-set");
    static final QName COMPONENT = Names.caldav("comp");

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Optional<Consumer<XmlWriter>> of(DavResource resource, RenderContext context) {
        return resource instanceof DavResource.Calendar calendar
                ? Optional.of(xml -> write(xml, calendar.facts().components()))
                : Optional.empty();
    }

    static void write(XmlWriter xml, List<String> components) {
        components.forEach(component -> xml.empty(COMPONENT, "name", component));
    }
}
